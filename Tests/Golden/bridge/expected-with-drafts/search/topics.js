assaySearch.take("topics",[["Roads and bridges",3,"roads"],["Budget & taxes",1,"budget"]]);
