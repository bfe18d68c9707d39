"""The evidence site: static pages of the published warehouse, to be read from disk by any browser."""
