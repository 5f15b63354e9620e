assaySearch.take("claimants-0","###");
