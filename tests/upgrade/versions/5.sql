CREATE SCHEMA corpus;
CREATE SCHEMA facts;
CREATE SCHEMA marts;
CREATE SCHEMA ops;
CREATE TABLE IF NOT EXISTS corpus.documents (
  "document_id" VARCHAR NOT NULL,
  "source_uri" VARCHAR NOT NULL,
  "source_sha256" VARCHAR NOT NULL,
  "raw_chars" BIGINT NOT NULL,
  CHECK ("raw_chars" >= 1),
  "encoding" VARCHAR NOT NULL,
  "replaced_chars" BIGINT,
  CHECK ("replaced_chars" >= 0),
  "title" VARCHAR,
  "author" VARCHAR,
  "publisher" VARCHAR,
  "translator" VARCHAR,
  "url" VARCHAR,
  "credited_source" VARCHAR,
  "published_edtf" VARCHAR,
  "published_from" DATE,
  "published_to" DATE,
  "published_basis" VARCHAR,
  "script" VARCHAR NOT NULL,
  CHECK ("script" IN ('Hans', 'Hant', 'mixed')),
  "is_spun" BOOLEAN NOT NULL,
  "spun_score" DOUBLE NOT NULL,
  CHECK ("spun_score" >= 0),
  CHECK ("spun_score" <= 1),
  "duplicate_of" VARCHAR,
  "supersedes" VARCHAR,
  "text" VARCHAR NOT NULL,
  "extra" JSON,
  "rules_version" VARCHAR NOT NULL,
  "loaded_at" TIMESTAMP NOT NULL,
  PRIMARY KEY ("document_id")
);
CREATE TABLE IF NOT EXISTS corpus.sources (
  "document_id" VARCHAR NOT NULL,
  "source_sha256" VARCHAR NOT NULL,
  "content" BLOB,
  "raw_text" VARCHAR NOT NULL,
  "media_type" VARCHAR,
  CHECK ("media_type" IN ('html', 'markdown', 'text')),
  "declared_encoding" VARCHAR,
  "said" JSON,
  PRIMARY KEY ("document_id")
);
CREATE TABLE IF NOT EXISTS corpus.locations (
  "document_id" VARCHAR NOT NULL,
  "source_uri" VARCHAR NOT NULL,
  "first_seen_at" TIMESTAMP NOT NULL,
  "last_seen_at" TIMESTAMP NOT NULL,
  PRIMARY KEY ("document_id", "source_uri")
);
CREATE TABLE IF NOT EXISTS corpus.fingerprints (
  "document_id" VARCHAR NOT NULL,
  "bands" BIGINT[] NOT NULL,
  "passages" BIGINT[] NOT NULL,
  "figures" BIGINT[] NOT NULL,
  PRIMARY KEY ("document_id")
);
CREATE TABLE IF NOT EXISTS corpus.families (
  "document_id" VARCHAR NOT NULL,
  "family_id" VARCHAR NOT NULL,
  "method" VARCHAR NOT NULL,
  CHECK ("method" IN ('exact', 'excerpt', 'near', 'single', 'spun')),
  "similarity" DOUBLE,
  CHECK ("similarity" >= 0),
  CHECK ("similarity" <= 1),
  "is_original" BOOLEAN NOT NULL,
  "reason" VARCHAR,
  PRIMARY KEY ("document_id")
);
CREATE TABLE IF NOT EXISTS corpus.repairs (
  "document_id" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "before" VARCHAR NOT NULL,
  "after" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("document_id", "raw_start")
);
CREATE TABLE IF NOT EXISTS corpus.sentences (
  "document_id" VARCHAR NOT NULL,
  "sentence_no" BIGINT NOT NULL,
  CHECK ("sentence_no" >= 0),
  "paragraph_no" BIGINT NOT NULL,
  CHECK ("paragraph_no" >= 0),
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "text" VARCHAR NOT NULL,
  "is_heading" BOOLEAN,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("document_id", "sentence_no")
);
CREATE TABLE IF NOT EXISTS corpus.date_clues (
  "document_id" VARCHAR NOT NULL,
  "clue_no" BIGINT NOT NULL,
  CHECK ("clue_no" >= 0),
  "stance" VARCHAR NOT NULL,
  CHECK ("stance" IN ('ahead', 'dated', 'own', 'past', 'relative')),
  "event" VARCHAR,
  "words" VARCHAR,
  "first_on" DATE,
  "last_on" DATE,
  "known_by" VARCHAR,
  "edtf" VARCHAR,
  PRIMARY KEY ("document_id", "clue_no")
);
CREATE TABLE IF NOT EXISTS corpus.shared_events (
  "event" VARCHAR NOT NULL,
  "first_on" DATE,
  "last_on" DATE,
  "documents" BIGINT NOT NULL,
  CHECK ("documents" >= 1),
  "sources" BIGINT NOT NULL,
  CHECK ("sources" >= 1),
  "dated_by" VARCHAR NOT NULL,
  "agree" BOOLEAN NOT NULL,
  PRIMARY KEY ("event")
);
CREATE TABLE IF NOT EXISTS corpus.datings (
  "document_id" VARCHAR NOT NULL,
  "dating_no" BIGINT NOT NULL,
  CHECK ("dating_no" >= 0),
  "known_by" VARCHAR,
  "event" VARCHAR,
  "dated_by" VARCHAR,
  "first_on" DATE,
  "last_on" DATE,
  "holds" BOOLEAN NOT NULL,
  "reason" VARCHAR NOT NULL,
  PRIMARY KEY ("document_id", "dating_no")
);
CREATE TABLE IF NOT EXISTS facts.entities (
  "entity_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL,
  CHECK ("kind" IN ('dataset', 'hardware', 'law', 'model', 'organization', 'person', 'place', 'product', 'work')),
  "wikidata_id" VARCHAR,
  "basis" VARCHAR NOT NULL,
  CHECK ("basis" IN ('discovered', 'registry')),
  "family" VARCHAR,
  PRIMARY KEY ("entity_id")
);
CREATE TABLE IF NOT EXISTS facts.entity_aliases (
  "entity_id" VARCHAR NOT NULL,
  "alias" VARCHAR NOT NULL,
  PRIMARY KEY ("entity_id", "alias")
);
CREATE TABLE IF NOT EXISTS facts.entity_decisions (
  "entity_id" VARCHAR NOT NULL,
  "other_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "verdict" VARCHAR NOT NULL,
  CHECK ("verdict" IN ('not the same', 'same')),
  "rule" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  PRIMARY KEY ("entity_id", "other_id", "document_id")
);
CREATE TABLE IF NOT EXISTS facts.mentions (
  "document_id" VARCHAR NOT NULL,
  "entity_id" VARCHAR NOT NULL,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "surface" VARCHAR NOT NULL,
  "how" VARCHAR,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("document_id", "raw_start", "raw_end", "entity_id")
);
CREATE TABLE IF NOT EXISTS facts.quantities (
  "document_id" VARCHAR NOT NULL,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "surface" VARCHAR NOT NULL,
  "value" DOUBLE NOT NULL,
  CHECK ("value" >= -1e+300),
  CHECK ("value" <= 1e+300),
  "value_low" DOUBLE,
  CHECK ("value_low" >= -1e+300),
  CHECK ("value_low" <= 1e+300),
  "value_high" DOUBLE,
  CHECK ("value_high" >= -1e+300),
  CHECK ("value_high" <= 1e+300),
  "unit" VARCHAR NOT NULL,
  "bound" VARCHAR NOT NULL,
  CHECK ("bound" IN ('<', '<=', '=', '>', '>=', '~')),
  "noun" VARCHAR,
  "per" VARCHAR,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("document_id", "raw_start", "raw_end")
);
CREATE TABLE IF NOT EXISTS facts.times (
  "document_id" VARCHAR NOT NULL,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "surface" VARCHAR NOT NULL,
  "edtf" VARCHAR,
  "start_on" DATE,
  "end_on" DATE,
  "is_relative" BOOLEAN,
  "is_vague" BOOLEAN,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("document_id", "raw_start", "raw_end")
);
CREATE TABLE IF NOT EXISTS facts.metrics (
  "fact_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "subject_id" VARCHAR,
  "subject_phrase" VARCHAR,
  "metric" VARCHAR NOT NULL,
  CHECK ("metric" IN ('age', 'author_count', 'benchmark_items', 'benchmark_score', 'capital_expenditure', 'context_length', 'customers', 'departures', 'document_count', 'downloads', 'duration', 'earnings_per_share', 'exports', 'funding_raised', 'growth', 'headcount', 'headcount_change', 'investment', 'loss', 'margin', 'market_cap', 'market_cap_change', 'market_share', 'model_count', 'monthly_active_users', 'orders', 'other', 'ownership_share', 'parameters', 'price', 'production', 'production_capacity', 'profit', 'rank', 'revenue', 'salary', 'sales', 'share_of', 'share_price_change', 'shipments', 'training_data_size', 'training_efficiency', 'training_gpus', 'training_tokens', 'update_rate', 'usage_limit', 'users', 'valuation')),
  "label" VARCHAR,
  "value" DOUBLE NOT NULL,
  CHECK ("value" >= -1e+300),
  CHECK ("value" <= 1e+300),
  "value_low" DOUBLE,
  CHECK ("value_low" >= -1e+300),
  CHECK ("value_low" <= 1e+300),
  "value_high" DOUBLE,
  CHECK ("value_high" >= -1e+300),
  CHECK ("value_high" <= 1e+300),
  "unit" VARCHAR NOT NULL,
  "bound" VARCHAR NOT NULL,
  CHECK ("bound" IN ('<', '<=', '=', '>', '>=', '~')),
  "period_edtf" VARCHAR,
  "attributed_to_id" VARCHAR,
  "modality" VARCHAR NOT NULL,
  CHECK ("modality" IN ('actual', 'forecast', 'hypothetical', 'planned', 'reported')),
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "confidence" VARCHAR NOT NULL,
  CHECK ("confidence" IN ('candidate', 'high')),
  "confidence_reasons" VARCHAR[],
  "frame" VARCHAR NOT NULL,
  "rules_version" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("fact_id")
);
CREATE TABLE IF NOT EXISTS facts.events (
  "fact_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  CHECK ("type" IN ('acquire', 'announce', 'appoint', 'benchmark', 'cancel', 'criticize', 'develop', 'dismiss', 'found', 'integrate', 'invest', 'join', 'lay_off', 'leak', 'leave', 'license', 'lose', 'meet', 'open_source', 'other', 'partner', 'publish', 'raise_funds', 'regulate', 'reinstate', 'release', 'rename', 'reorganize', 'report_results', 'restrict', 'scandal', 'share_move', 'shutdown', 'sue', 'support', 'train')),
  "trigger" VARCHAR NOT NULL,
  "date_edtf" VARCHAR,
  "start_on" DATE,
  "end_on" DATE,
  "modality" VARCHAR NOT NULL,
  CHECK ("modality" IN ('actual', 'forecast', 'hypothetical', 'planned', 'reported')),
  "polarity" VARCHAR NOT NULL,
  CHECK ("polarity" IN ('negative', 'positive')),
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "confidence" VARCHAR NOT NULL,
  CHECK ("confidence" IN ('candidate', 'high')),
  "confidence_reasons" VARCHAR[],
  "frame" VARCHAR NOT NULL,
  "rules_version" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("fact_id")
);
CREATE TABLE IF NOT EXISTS facts.event_roles (
  "fact_id" VARCHAR NOT NULL,
  "role" VARCHAR NOT NULL,
  CHECK ("role" IN ('agent', 'object', 'place', 'recipient', 'source_org', 'target_org')),
  "entity_id" VARCHAR,
  "phrase" VARCHAR
);
CREATE TABLE IF NOT EXISTS facts.quotes (
  "fact_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "speaker_id" VARCHAR,
  "speaker_phrase" VARCHAR,
  "verb" VARCHAR,
  "text" VARCHAR NOT NULL,
  "direct" BOOLEAN NOT NULL,
  "venue" VARCHAR,
  "said_edtf" VARCHAR,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "confidence" VARCHAR NOT NULL,
  CHECK ("confidence" IN ('candidate', 'high')),
  "confidence_reasons" VARCHAR[],
  "frame" VARCHAR NOT NULL,
  "rules_version" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("fact_id")
);
CREATE TABLE IF NOT EXISTS facts.relations (
  "fact_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "subject_id" VARCHAR,
  "subject_phrase" VARCHAR,
  "relation" VARCHAR NOT NULL,
  CHECK ("relation" IN ('author_of', 'based_on', 'competitor_of', 'developer_of', 'employee_of', 'founder_of', 'licensed_under', 'located_in', 'member_of', 'owner_of', 'part_of', 'partner_of', 'position_held', 'runs_on', 'trained_on', 'version_of')),
  "object_id" VARCHAR,
  "object_phrase" VARCHAR,
  "qualifier" VARCHAR,
  "period_edtf" VARCHAR,
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "confidence" VARCHAR NOT NULL,
  CHECK ("confidence" IN ('candidate', 'high')),
  "confidence_reasons" VARCHAR[],
  "frame" VARCHAR NOT NULL,
  "rules_version" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("fact_id")
);
CREATE TABLE IF NOT EXISTS facts.evidence (
  "fact_id" VARCHAR NOT NULL,
  "place_no" BIGINT NOT NULL,
  CHECK ("place_no" >= 0),
  "raw_start" BIGINT NOT NULL,
  CHECK ("raw_start" >= 0),
  "raw_end" BIGINT NOT NULL,
  CHECK ("raw_end" >= 1),
  "surface" VARCHAR NOT NULL,
  CHECK (raw_start < raw_end),
  PRIMARY KEY ("fact_id", "place_no")
);
CREATE TABLE IF NOT EXISTS facts.claims (
  "claim_id" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL,
  CHECK ("kind" IN ('event', 'metric', 'quote', 'relation')),
  "topic" VARCHAR NOT NULL,
  "statement" VARCHAR NOT NULL,
  "way" VARCHAR NOT NULL,
  CHECK ("way" IN ('fact', 'if', 'plan')),
  "subject_id" VARCHAR NOT NULL,
  "documents" BIGINT NOT NULL,
  CHECK ("documents" >= 1),
  "sources" BIGINT NOT NULL,
  CHECK ("sources" >= 1),
  "agreement" VARCHAR NOT NULL,
  CHECK ("agreement" IN ('agree', 'agree within bounds', 'conflict', 'differ in precision', 'single')),
  "reason" VARCHAR,
  "attributed_to_id" VARCHAR,
  "first_document_id" VARCHAR NOT NULL,
  "latest_document_id" VARCHAR NOT NULL,
  "fact_ids" VARCHAR[] NOT NULL,
  PRIMARY KEY ("claim_id")
);
CREATE TABLE IF NOT EXISTS ops.runs (
  "run_id" VARCHAR NOT NULL,
  "flow_run_id" VARCHAR,
  "started_at" TIMESTAMP NOT NULL,
  "finished_at" TIMESTAMP,
  "state" VARCHAR NOT NULL,
  "sources" VARCHAR,
  "rules_version" VARCHAR,
  "message" VARCHAR,
  "documents_in" BIGINT,
  CHECK ("documents_in" >= 0),
  "documents_loaded" BIGINT,
  CHECK ("documents_loaded" >= 0),
  "documents_unchanged" BIGINT,
  CHECK ("documents_unchanged" >= 0),
  "documents_duplicate" BIGINT,
  CHECK ("documents_duplicate" >= 0),
  "documents_rejected" BIGINT,
  CHECK ("documents_rejected" >= 0),
  "rows_rejected" BIGINT,
  CHECK ("rows_rejected" >= 0),
  "documents" BIGINT,
  CHECK ("documents" >= 0),
  "sentences" BIGINT,
  CHECK ("sentences" >= 0),
  "entities" BIGINT,
  CHECK ("entities" >= 0),
  "mentions" BIGINT,
  CHECK ("mentions" >= 0),
  "quantities" BIGINT,
  CHECK ("quantities" >= 0),
  "times" BIGINT,
  CHECK ("times" >= 0),
  "metrics" BIGINT,
  CHECK ("metrics" >= 0),
  "events" BIGINT,
  CHECK ("events" >= 0),
  "quotes" BIGINT,
  CHECK ("quotes" >= 0),
  "relations" BIGINT,
  CHECK ("relations" >= 0),
  "claims" BIGINT,
  CHECK ("claims" >= 0),
  PRIMARY KEY ("run_id")
);
CREATE TABLE IF NOT EXISTS ops.measures (
  "run_id" VARCHAR NOT NULL,
  "measure" VARCHAR NOT NULL,
  "value" DOUBLE NOT NULL,
  CHECK ("value" >= -1e+300),
  CHECK ("value" <= 1e+300),
  PRIMARY KEY ("run_id", "measure")
);
CREATE TABLE IF NOT EXISTS ops.steps (
  "run_id" VARCHAR NOT NULL,
  "step" VARCHAR NOT NULL,
  "times" BIGINT NOT NULL,
  CHECK ("times" >= 1),
  "seconds" DOUBLE NOT NULL,
  CHECK ("seconds" >= 0),
  CHECK ("seconds" <= 1e+300),
  "state" VARCHAR NOT NULL,
  CHECK ("state" IN ('completed', 'failed')),
  "rules_version" VARCHAR NOT NULL,
  PRIMARY KEY ("run_id", "step")
);
CREATE TABLE IF NOT EXISTS ops.rejects (
  "run_id" VARCHAR NOT NULL,
  "source_uri" VARCHAR,
  "document_id" VARCHAR,
  "table_name" VARCHAR,
  "check_name" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "row" JSON,
  "last_run_id" VARCHAR NOT NULL,
  "times" BIGINT NOT NULL,
  CHECK ("times" >= 1)
);
CREATE TABLE IF NOT EXISTS ops.state (
  "name" VARCHAR NOT NULL,
  "value" VARCHAR NOT NULL,
  PRIMARY KEY ("name")
);
CREATE TABLE IF NOT EXISTS ops.decisions_made (
  "entity_id" VARCHAR NOT NULL,
  "other_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "verdict" VARCHAR NOT NULL,
  CHECK ("verdict" IN ('not the same', 'same')),
  PRIMARY KEY ("entity_id", "other_id", "document_id")
);
INSERT INTO corpus.documents VALUES ('d1', 'd1.txt', 'eaeb54209118e407467ea22ec555be4b95814e36cc80b0ce62e2b0fa4cb8e0bd', 64, 'utf-8', NULL, 'Meta发布Llama 3.1', NULL, '示例网', NULL, NULL, NULL, '2024-08-23', DATE '2024-08-23', DATE '2024-08-23', 'stated: 2024年8月23日', 'Hant', False, 0.0, NULL, NULL, 'Meta发布Llama 3.1，参数达405B。扎克伯格表示：“开源是好事。”首月下载约360万次。Meta发布了它。', NULL, 'r1', TIMESTAMP '2024-08-24 12:00:00');
INSERT INTO corpus.documents VALUES ('d2', 'd2.txt', 'eaeb54209118e407467ea22ec555be4b95814e36cc80b0ce62e2b0fa4cb8e0bd', 64, 'utf-8', NULL, 'Meta发布Llama 3.1', NULL, '示例网', NULL, NULL, NULL, '2024-08-23', DATE '2024-08-23', DATE '2024-08-23', 'stated: 2024年8月23日', 'Hant', False, 0.0, 'd1', NULL, 'Meta发布Llama 3.1，参数达405B。扎克伯格表示：“开源是好事。”首月下载约360万次。Meta发布了它。', NULL, 'r1', TIMESTAMP '2024-08-24 12:00:00');
INSERT INTO corpus.sources VALUES ('d1', 'eaeb54209118e407467ea22ec555be4b95814e36cc80b0ce62e2b0fa4cb8e0bd', from_hex('4d657461e799bce5b8834c6c616d6120332e31efbc8ce58f83e695b8287368c3b929e9819434303542e38082e7b4aee5858be4bcafe6a0bce8a1a8e7a4baefbc9ae2809ce9968be6ba90e698afe5a5bde4ba8be38082e2809de9a696e69c88e4b88be8bc89e7b484333630e890ace6aca1e380824d657461e799bce5b883e4ba86e5ae83e38082'), 'Meta發布Llama 3.1，參數(shù)達405B。紮克伯格表示：“開源是好事。”首月下載約360萬次。Meta發布了它。', NULL, NULL, NULL);
INSERT INTO corpus.sources VALUES ('d2', 'eaeb54209118e407467ea22ec555be4b95814e36cc80b0ce62e2b0fa4cb8e0bd', from_hex('4d657461e799bce5b8834c6c616d6120332e31efbc8ce58f83e695b8287368c3b929e9819434303542e38082e7b4aee5858be4bcafe6a0bce8a1a8e7a4baefbc9ae2809ce9968be6ba90e698afe5a5bde4ba8be38082e2809de9a696e69c88e4b88be8bc89e7b484333630e890ace6aca1e380824d657461e799bce5b883e4ba86e5ae83e38082'), 'Meta發布Llama 3.1，參數(shù)達405B。紮克伯格表示：“開源是好事。”首月下載約360萬次。Meta發布了它。', NULL, NULL, NULL);
INSERT INTO corpus.locations VALUES ('d1', 'd1.txt', TIMESTAMP '2024-08-24 12:00:00', TIMESTAMP '2024-08-24 12:00:00');
INSERT INTO corpus.locations VALUES ('d2', 'd2.txt', TIMESTAMP '2024-08-24 12:00:00', TIMESTAMP '2024-08-24 12:00:00');
INSERT INTO corpus.families VALUES ('d1', 'd1', 'exact', 1.0, True, 'same text');
INSERT INTO corpus.families VALUES ('d2', 'd1', 'exact', 1.0, False, 'same text');
INSERT INTO corpus.repairs VALUES ('d1', 'pinyin:bracket', 18, 23, '(shù)', '');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 4, 5, '發', '发');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 16, 18, '參數', '参数');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 23, 24, '達', '达');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 29, 30, '紮', '扎');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 37, 38, '開', '开');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 47, 49, '載約', '载约');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 52, 53, '萬', '万');
INSERT INTO corpus.repairs VALUES ('d1', 'script:t2s', 59, 60, '發', '发');
INSERT INTO corpus.repairs VALUES ('d2', 'pinyin:bracket', 18, 23, '(shù)', '');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 4, 5, '發', '发');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 16, 18, '參數', '参数');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 23, 24, '達', '达');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 29, 30, '紮', '扎');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 37, 38, '開', '开');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 47, 49, '載約', '载约');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 52, 53, '萬', '万');
INSERT INTO corpus.repairs VALUES ('d2', 'script:t2s', 59, 60, '發', '发');
INSERT INTO corpus.sentences VALUES ('d1', 0, 0, 0, 29, 'Meta发布Llama 3.1，参数达405B。', NULL);
INSERT INTO corpus.sentences VALUES ('d1', 1, 0, 29, 44, '扎克伯格表示：“开源是好事。”', NULL);
INSERT INTO corpus.sentences VALUES ('d1', 2, 0, 44, 55, '首月下载约360万次。', NULL);
INSERT INTO corpus.sentences VALUES ('d1', 3, 0, 55, 64, 'Meta发布了它。', NULL);
INSERT INTO corpus.sentences VALUES ('d2', 0, 0, 0, 29, 'Meta发布Llama 3.1，参数达405B。', NULL);
INSERT INTO corpus.sentences VALUES ('d2', 1, 0, 29, 44, '扎克伯格表示：“开源是好事。”', NULL);
INSERT INTO corpus.sentences VALUES ('d2', 2, 0, 44, 55, '首月下载约360万次。', NULL);
INSERT INTO corpus.sentences VALUES ('d2', 3, 0, 55, 64, 'Meta发布了它。', NULL);
INSERT INTO facts.entities VALUES ('model:Llama 3.1', 'Llama 3.1', 'model', NULL, 'discovered', NULL);
INSERT INTO facts.entities VALUES ('organization:Meta', 'Meta', 'organization', 'Q380', 'registry', NULL);
INSERT INTO facts.entities VALUES ('person:马克·扎克伯格', '马克·扎克伯格', 'person', NULL, 'registry', NULL);
INSERT INTO facts.entity_aliases VALUES ('organization:Meta', 'Meta Platforms');
INSERT INTO facts.entity_aliases VALUES ('person:马克·扎克伯格', '扎克伯格');
INSERT INTO facts.mentions VALUES ('d1', 'model:Llama 3.1', 6, 15, 'Llama 3.1', NULL);
INSERT INTO facts.mentions VALUES ('d1', 'organization:Meta', 0, 4, 'Meta', NULL);
INSERT INTO facts.mentions VALUES ('d1', 'organization:Meta', 55, 59, 'Meta', NULL);
INSERT INTO facts.mentions VALUES ('d1', 'person:马克·扎克伯格', 29, 33, '紮克伯格', NULL);
INSERT INTO facts.mentions VALUES ('d2', 'model:Llama 3.1', 6, 15, 'Llama 3.1', NULL);
INSERT INTO facts.mentions VALUES ('d2', 'organization:Meta', 0, 4, 'Meta', NULL);
INSERT INTO facts.mentions VALUES ('d2', 'organization:Meta', 55, 59, 'Meta', NULL);
INSERT INTO facts.mentions VALUES ('d2', 'person:马克·扎克伯格', 29, 33, '紮克伯格', NULL);
INSERT INTO facts.quantities VALUES ('d1', 24, 28, '405B', 405000000000.0, 405000000000.0, 405000000000.0, 'parameter', '=', NULL, NULL);
INSERT INTO facts.quantities VALUES ('d1', 48, 54, '約360萬次', 3600000.0, 3600000.0, 3600000.0, 'download', '~', NULL, NULL);
INSERT INTO facts.quantities VALUES ('d2', 24, 28, '405B', 405000000000.0, 405000000000.0, 405000000000.0, 'parameter', '=', NULL, NULL);
INSERT INTO facts.quantities VALUES ('d2', 48, 54, '約360萬次', 3600000.0, 3600000.0, 3600000.0, 'download', '~', NULL, NULL);
INSERT INTO facts.times VALUES ('d1', 44, 46, '首月', '2024-07-23/2024-08-22', DATE '2024-07-23', DATE '2024-08-22', NULL, NULL);
INSERT INTO facts.times VALUES ('d2', 44, 46, '首月', '2024-07-23/2024-08-22', DATE '2024-07-23', DATE '2024-08-22', NULL, NULL);
INSERT INTO facts.metrics VALUES ('d1-metric', 'd1', 'model:Llama 3.1', NULL, 'downloads', '下载', 3600000.0, 3600000.0, 3600000.0, 'download', '~', '2024-07-23/2024-08-22', 'organization:Meta', 'actual', 44, 54, 'high', ['explicit subject'], 'metric:downloads', 'r1');
INSERT INTO facts.metrics VALUES ('d2-metric', 'd2', 'model:Llama 3.1', NULL, 'downloads', '下载', 3600000.0, 3600000.0, 3600000.0, 'download', '~', '2024-07-23/2024-08-22', 'organization:Meta', 'actual', 44, 54, 'high', ['explicit subject'], 'metric:downloads', 'r1');
INSERT INTO facts.events VALUES ('d1-event', 'd1', 'release', '发布', '2024-07-23', DATE '2024-07-23', DATE '2024-07-23', 'actual', 'positive', 0, 15, 'high', ['explicit subject'], 'event:release', 'r1');
INSERT INTO facts.events VALUES ('d2-event', 'd2', 'release', '发布', '2024-07-23', DATE '2024-07-23', DATE '2024-07-23', 'actual', 'positive', 0, 15, 'high', ['explicit subject'], 'event:release', 'r1');
INSERT INTO facts.event_roles VALUES ('d1-event', 'agent', 'organization:Meta', NULL);
INSERT INTO facts.event_roles VALUES ('d1-event', 'object', 'model:Llama 3.1', NULL);
INSERT INTO facts.event_roles VALUES ('d2-event', 'agent', 'organization:Meta', NULL);
INSERT INTO facts.event_roles VALUES ('d2-event', 'object', 'model:Llama 3.1', NULL);
INSERT INTO facts.quotes VALUES ('d1-quote', 'd1', 'person:马克·扎克伯格', NULL, '表示', '开源是好事。', True, NULL, NULL, 37, 43, 'high', ['explicit subject'], 'quote:colon', 'r1');
INSERT INTO facts.quotes VALUES ('d2-quote', 'd2', 'person:马克·扎克伯格', NULL, '表示', '开源是好事。', True, NULL, NULL, 37, 43, 'high', ['explicit subject'], 'quote:colon', 'r1');
INSERT INTO facts.relations VALUES ('d1-relation', 'd1', 'organization:Meta', NULL, 'developer_of', 'model:Llama 3.1', NULL, NULL, NULL, 0, 15, 'candidate', ['explicit subject'], 'entailed:release', 'r1');
INSERT INTO facts.relations VALUES ('d2-relation', 'd2', 'organization:Meta', NULL, 'developer_of', 'model:Llama 3.1', NULL, NULL, NULL, 0, 15, 'candidate', ['explicit subject'], 'entailed:release', 'r1');
INSERT INTO facts.evidence VALUES ('d1-event', 0, 0, 15, 'Meta發布Llama 3.1');
INSERT INTO facts.evidence VALUES ('d1-event', 1, 55, 63, 'Meta發布了它');
INSERT INTO facts.evidence VALUES ('d1-metric', 0, 44, 54, '首月下載約360萬次');
INSERT INTO facts.evidence VALUES ('d1-quote', 0, 37, 43, '開源是好事。');
INSERT INTO facts.evidence VALUES ('d1-relation', 0, 0, 15, 'Meta發布Llama 3.1');
INSERT INTO facts.evidence VALUES ('d2-event', 0, 0, 15, 'Meta發布Llama 3.1');
INSERT INTO facts.evidence VALUES ('d2-event', 1, 55, 63, 'Meta發布了它');
INSERT INTO facts.evidence VALUES ('d2-metric', 0, 44, 54, '首月下載約360萬次');
INSERT INTO facts.evidence VALUES ('d2-quote', 0, 37, 43, '開源是好事。');
INSERT INTO facts.evidence VALUES ('d2-relation', 0, 0, 15, 'Meta發布Llama 3.1');
INSERT INTO facts.claims VALUES ('c1', 'event', 'event|release|model:Llama 3.1', 'Meta 发布 Llama 3.1', 'fact', 'model:Llama 3.1', 2, 1, 'single', NULL, NULL, 'd1', 'd2', ['d1-event', 'd2-event']);
INSERT INTO ops.runs VALUES ('run1', NULL, TIMESTAMP '2024-08-24 12:00:00', TIMESTAMP '2024-08-25 12:00:00', 'completed', NULL, NULL, NULL, 2, 2, NULL, NULL, NULL, NULL, 2, 8, 3, 8, 4, 2, 2, 2, 2, 2, 1);
INSERT INTO ops.runs VALUES ('run2', NULL, TIMESTAMP '2024-08-25 12:00:00', TIMESTAMP '2024-08-25 12:00:00', 'completed', 'news', NULL, NULL, 1, NULL, NULL, NULL, 1, NULL, 2, 8, 3, 8, 4, 2, 2, 2, 2, 2, 1);
INSERT INTO ops.rejects VALUES ('run2', 'empty.txt', NULL, NULL, 'empty', 'there is nothing in it', NULL, 'run2', 1);
INSERT INTO ops.state VALUES ('reconciled', 'yes');
INSERT INTO ops.state VALUES ('schema_version', '5');
