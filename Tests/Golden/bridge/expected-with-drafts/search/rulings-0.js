assaySearch.take("rulings-0","% # $");
