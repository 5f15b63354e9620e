#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// Transforms the elements on all cores, or with as many workers as the task is given, and keeps their order.
    ///
    /// Work is handed out in small chunks, so that a few expensive elements do not hold up one worker.
    /// - Parameters:
    ///   - workers: how many chunks are under way at once.
    ///   - chunk: how many elements are transformed one after the other; by their number, unless it is given.
    public func concurrentMap<Result: Sendable>(
        workers: Int = Workers.count,
        chunk: Int? = nil,
        _ transform: @Sendable @escaping (Element) -> Result
    ) async -> [Result] {
        let workers = Swift.max(1, workers)
        let chunk = chunk ?? Swift.min(256, Swift.max(1, count / (workers * 8)))
        guard workers > 1, count > chunk else { return map(transform) }
        var results: [Int: [Result]] = [:]
        await withTaskGroup(of: (Int, [Result]).self) { group in
            var next = startIndex
            func addTask() {
                guard next < endIndex else { return }
                let range = next..<Swift.min(next + chunk, endIndex)
                group.addTask { (range.lowerBound, self[range].map(transform)) }
                next = range.upperBound
            }
            for _ in 0..<workers { addTask() }
            for await (start, part) in group {
                results[start] = part
                addTask()
            }
        }
        // Each part goes when it has its place: two lists of everything would be the most that some stages hold.
        var all: [Result] = []
        all.reserveCapacity(count)
        for start in results.keys.sorted() { all += results.removeValue(forKey: start) ?? [] }
        return all
    }
}

/// How many pieces of work are under way at once.
public enum Workers {
    /// As many as there are processors, unless a task is given another number. What comes out is the same with any.
    @TaskLocal public static var count = ProcessorCount.available
}

/// How many processors this process may use.
public enum ProcessorCount {
    /// The number of processors that are online, at least one.
    public static let available = Swift.max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
