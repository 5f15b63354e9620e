extension RandomAccessCollection where Index == Int {
    /// The first index whose element fits, or the end. All elements that fit must come after those that do
    /// not.
    func partitioningIndex(where fits: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
