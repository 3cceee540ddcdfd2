"""Problems -> text, JSON, annotations."""
