/// Host names with other letters than ASCII's.
///
/// libcurl's own conversion depends on the locale of the process, which is that of the C language here.
enum HostName {
    /// The name in the form that name servers and HTTP know (IDNA, RFC 3492); nil if it has none.
    ///
    ///     HostName.ascii("bücher.example")  // xn--bcher-kva.example
    static func ascii(_ name: String) -> String? {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
        let labels = name.unicodeScalars.split(omittingEmptySubsequences: false) {
            ".。．｡".unicodeScalars.contains($0)
        }
        let encoded = labels.map { label in
            label.allSatisfy(\.isASCII) ? String(label) : "xn--" + punycode(label.map(\.value))
        }
        guard encoded.allSatisfy({ $0.utf8.count <= 63 }) else { return nil }
        return encoded.joined(separator: ".")
    }

    /// The digits of a label, as RFC 3492 computes them.
    private static func punycode(_ scalars: [UInt32]) -> String {
        var output = scalars.filter { $0 < 0x80 }
        let basic = output.count
        if basic > 0 { output.append(UInt32(UInt8(ascii: "-"))) }
        var (next, delta, bias, handled) = (UInt32(128), 0, 72, basic)
        while handled < scalars.count, let smallest = scalars.filter({ $0 >= next }).min() {
            delta += Int(smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                var rest = delta
                for limit in stride(from: 36, through: .max, by: 36) {
                    let threshold = limit <= bias ? 1 : min(limit - bias, 26)
                    if rest < threshold { break }
                    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
                    rest = (rest - threshold) / (36 - threshold)
                }
                output.append(digit(rest))
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(String.UnicodeScalarView(output.compactMap(Unicode.Scalar.init)))
    }

    private static func digit(_ value: Int) -> UInt32 {
        UInt32(value < 26 ? 0x61 + value : 0x30 + value - 26)
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += 36
        }
        return bias + 36 * delta / (delta + 38)
    }
}
