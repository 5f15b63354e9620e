#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// Transforms the elements on all cores, or with `Workers.count` workers, and keeps their order.
    ///
    /// Chunks are small, so that a few expensive elements do not hold up one worker.
    /// - Parameters:
    ///   - workers: the number of chunks processed at once.
    ///   - chunk: the number of elements in a chunk; nil chooses it by the number of elements.
    package func concurrentMap<Result: Sendable>(
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
        // Each part is freed when it is copied: two lists of all results would be the peak memory of some
        // stages.
        var all: [Result] = []
        all.reserveCapacity(count)
        for start in results.keys.sorted() { all += results.removeValue(forKey: start) ?? [] }
        return all
    }
}

/// The number of pieces of work processed at once.
package enum Workers {
    /// The number of processors, unless a task sets another number. Results do not depend on it.
    @TaskLocal package static var count = ProcessorCount.available
}

/// The number of processors.
package enum ProcessorCount {
    /// The number of processors that are online, at least one.
    package static let available = Swift.max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
