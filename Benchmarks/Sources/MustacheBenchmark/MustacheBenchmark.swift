/// Renders the same page with both engines, checks that they agree, and prints the medians.
@main
struct MustacheBenchmark {
    static func main() throws {
        let assay = AssayEngine()
        let other = try SwiftMustacheEngine()
        guard String(decoding: assay.render(), as: UTF8.self) == other.render() else {
            print("the outputs differ:")
            print(String(decoding: assay.render(), as: UTF8.self))
            print(other.render())
            throw Disagreement()
        }
        // Alternating batches, so that a busy machine slows both.
        var assayTimes: [Duration] = []
        var otherTimes: [Duration] = []
        for _ in 0..<200 {
            assayTimes.append(batch { assay.render().count })
            otherTimes.append(batch { other.render().utf8.count })
        }
        let assayMedian = median(assayTimes)
        let otherMedian = median(otherTimes)
        print(
            "a page of \(assay.render().count) bytes, medians of \(assayTimes.count) batches of \(batchSize)"
        )
        print("assay           \(assayMedian) µs")
        print("swift-mustache  \(otherMedian) µs")
        print("ratio           \((otherMedian / assayMedian * 10).rounded() / 10)")
    }

    struct Disagreement: Error {}

    private static let batchSize = 20

    private static func batch(_ body: () -> Int) -> Duration {
        ContinuousClock().measure {
            var size = 0
            for _ in 0..<batchSize { size &+= body() }
            precondition(size > 0)
        }
    }

    /// Microseconds a page, to one decimal.
    private static func median(_ times: [Duration]) -> Double {
        let middle = times.sorted()[times.count / 2]
        return (middle / .microseconds(1) / Double(batchSize) * 10).rounded() / 10
    }
}
