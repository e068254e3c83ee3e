"""Which passages matter for a query: BM25, dense vectors, fusion, and the files on disk."""
