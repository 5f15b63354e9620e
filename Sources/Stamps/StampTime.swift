import CCrypto

/// A time in UTC, to the second, as an authority or a certificate states it.
package struct StampTime: Hashable, Sendable {
    /// Seconds since 1 January 1970 (UTC).
    package let secondsSinceEpoch: Int
    /// The time in RFC 3339: `2026-11-21T06:30:07Z`.
    package let description: String

    /// Reads `YYYYMMDDhhmmssZ`, with or without a fraction of the second; nil for any other form.
    init?(generalized text: some Collection<UInt8>) {
        let bytes = Array(text)
        let isWritten =
            bytes.count >= 15 && bytes.last == UInt8(ascii: "Z")
            && bytes[..<14].allSatisfy { (0x30...0x39).contains($0) }
            && (bytes.count == 15 || bytes[14] == UInt8(ascii: "."))
        guard isWritten else { return nil }
        let digits = String(decoding: bytes[..<14], as: UTF8.self)
        guard let epoch = ASN1_GENERALIZEDTIME_new(), let time = ASN1_GENERALIZEDTIME_new() else {
            return nil
        }
        defer {
            ASN1_GENERALIZEDTIME_free(epoch)
            ASN1_GENERALIZEDTIME_free(time)
        }
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard ASN1_GENERALIZEDTIME_set_string(epoch, "19700101000000Z") == 1,
            ASN1_GENERALIZEDTIME_set_string(time, digits + "Z") == 1,
            ASN1_TIME_diff(&days, &seconds, epoch, time) == 1
        else {
            ERR_clear_error()
            return nil
        }
        secondsSinceEpoch = Int(days) * 86_400 + Int(seconds)
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
        description = "\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])Z"
    }

    /// Reads a time of a certificate or a token.
    init?(_ time: UnsafePointer<ASN1_TIME>?) {
        guard let time, let general = ASN1_TIME_to_generalizedtime(time, nil) else {
            ERR_clear_error()
            return nil
        }
        defer { ASN1_GENERALIZEDTIME_free(general) }
        self.init(generalized: ASN1Bytes.of(general))
    }

    /// Makes a time from seconds since 1 January 1970; nil outside the years 1 to 9999.
    package init?(secondsSinceEpoch seconds: Int) {
        guard let time = ASN1_GENERALIZEDTIME_set(nil, time_t(seconds)) else {
            ERR_clear_error()
            return nil
        }
        defer { ASN1_GENERALIZEDTIME_free(time) }
        self.init(generalized: ASN1Bytes.of(time))
    }

    /// The calendar day in UTC: `2026-11-21`.
    package var day: String { String(description.prefix(10)) }

    /// The form that file names have: `20261121T063007Z`.
    package var compact: String { description.filter { !"-:".contains($0) } }
}

extension StampTime: Comparable, CustomStringConvertible {
    /// Orders by time, earlier first.
    package static func < (left: StampTime, right: StampTime) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}
