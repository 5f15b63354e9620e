assaySearch.take("topics-0","### %");
