assaySearch.take("manifest",{"version":"1bfvonld81fsy","claims":3,"claimsPerFile":4,"terms":["2"],"words":["2"],"tails":["aids"],"starts":{"rulings":[0],"topics":[0],"claimants":[0]}});
