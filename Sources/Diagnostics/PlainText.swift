extension StringProtocol {
    /// Whether all characters are ASCII. Every byte is looked at: without a branch in it the loop is a fast one.
    package var isASCII: Bool {
        let known = utf8.withContiguousStorageIfAvailable { bytes in
            var all = UInt8(0)
            for byte in bytes { all |= byte }
            return all < 0x80
        }
        return known ?? utf8.allSatisfy { $0 < 0x80 }
    }
}
