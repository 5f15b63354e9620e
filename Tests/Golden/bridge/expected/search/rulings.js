assaySearch.take("rulings",[["Mostly false",1],["True",1],["Unproven",1]]);
