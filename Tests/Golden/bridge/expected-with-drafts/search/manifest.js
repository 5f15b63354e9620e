assaySearch.take("manifest",{"version":"2p7giaw0wriqr","claims":3,"claimsPerFile":4,"words":[["2",0]],"starts":{"claims-of-words":[0],"rulings":[0],"topics":[0],"claimants":[0]}});
