extension Array where Element: Sendable {
    /// The results of some work on each element, in their order, with at most `width` of them under way at once.
    ///
    /// A cancelled task begins no further work: what was not begun has no result.
    package func parallelMap<Result: Sendable>(
        _ width: Int,
        _ work: @Sendable @escaping (Element) async -> Result
    ) async -> [Result] {
        var results: [Int: Result] = [:]
        await withTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            while true {
                while next < count, next - results.count < width, !Task.isCancelled {
                    let (index, element) = (next, self[next])
                    group.addTask { (index, await work(element)) }
                    next += 1
                }
                guard let (index, result) = await group.next() else { break }
                results[index] = result
            }
        }
        return results.sorted { $0.key < $1.key }.map(\.value)
    }
}
