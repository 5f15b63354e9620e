assaySearch.take("claimants",[["Ana Ruiz",3]]);
