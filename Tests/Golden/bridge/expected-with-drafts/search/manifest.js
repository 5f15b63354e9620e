assaySearch.take("manifest",{"version":"1dxyqre1jnqxa","claims":3,"claimsPerFile":4,"words":[["2",0]],"claimsOfWords":[0]});
