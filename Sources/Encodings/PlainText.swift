extension StringProtocol {
    /// Whether all characters are ASCII. The loop has no branch, so that the compiler can vectorise it.
    package var isASCII: Bool {
        let known = utf8.withContiguousStorageIfAvailable { bytes in
            var all = UInt8(0)
            for byte in bytes { all |= byte }
            return all < 0x80
        }
        return known ?? utf8.allSatisfy { $0 < 0x80 }
    }
}
