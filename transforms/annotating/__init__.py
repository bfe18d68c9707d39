"""Clean text to sentences, mentions, quantities, times and quotations."""
