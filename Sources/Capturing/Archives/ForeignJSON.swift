import Diagnostics

extension JSONValue {
    /// Reads JSON of another program, in which fractions of numbers are dropped.
    init?(foreign bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: Self.withoutFractions(bytes)) else { return nil }
        self = value
    }

    /// The text with whole numbers in the places of those with a fraction or an exponent.
    private static func withoutFractions(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isInText = false
        var isEscaped = false
        var isInFraction = false
        for byte in bytes {
            if isInText {
                isInText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else {
                let isPart = (0x30...0x39).contains(byte) || "eE+-.".utf8.contains(byte)
                let isBegin =
                    ".eE".utf8.contains(byte) && output.last.map { (0x30...0x39).contains($0) } == true
                isInFraction = isInFraction && isPart || isBegin
                if isInFraction { continue }
                isInText = byte == UInt8(ascii: "\"")
            }
            output.append(byte)
        }
        return output
    }
}
