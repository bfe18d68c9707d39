-- Every role belongs to an event.
SELECT fact_id, role FROM facts.event_roles ANTI JOIN facts.events USING (fact_id)
