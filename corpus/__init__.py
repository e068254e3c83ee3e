"""What the articles say, exactly: reading, furniture, sentences and passages."""
