#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The character encodings of pages, by the labels of the Encoding Standard (section 4.2).
///
/// UTF-8, UTF-16 and windows-1252 are decoded here, the others by the C library's `iconv`.
package enum TextEncoding: Hashable, Sendable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1252
    /// Another encoding, by the name that `iconv` knows.
    case named(String)

    /// The encoding of a label such as `gbk` or `ISO-8859-1`; nil for an unknown label.
    package init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "unicode11utf8": self = .utf8
        case "utf-16", "utf-16le", "unicode", "csunicode", "iso-10646-ucs-2", "ucs-2", "unicodefeff":
            self = .utf16LittleEndian
        case "utf-16be", "unicodefffe": self = .utf16BigEndian
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1",
            "ascii", "us-ascii", "ansi_x3.4-1968", "iso88591":
            self = .windows1252
        default:
            guard let name = Self.names[label] ?? Self.singleByte(label) else { return nil }
            self = .named(name)
        }
    }

    /// The text of some bytes; what is not in the encoding becomes U+FFFD.
    package func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .utf16LittleEndian: Self.utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
        case .utf16BigEndian: Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
        case .windows1252: Self.windows1252(bytes)
        case .named(let name): Self.converted(bytes, from: name) ?? Self.windows1252(bytes)
        }
    }

    /// The text of bytes in windows-1252, in which each byte is a character.
    static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
        String(
            String.UnicodeScalarView(
                bytes.map { byte in
                    (0x80..<0xA0).contains(byte) ? upper1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
                }
            )
        )
    }

    private static let upper1252: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> String {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }
}

// MARK: - Names for iconv

extension TextEncoding {
    /// Labels whose encodings browsers widen to the larger set that pages really use, and other names of the same.
    private static let names: [String: String] = [
        "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "x-gbk": "GB18030",
        "chinese": "GB18030", "gb_2312-80": "GB18030", "cp936": "GB18030", "gb_2312": "GB18030",
        "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS", "cn-big5": "BIG5-HKSCS",
        "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
        "windows-31j": "CP932", "ms_kanji": "CP932", "euc-jp": "EUC-JP", "x-euc-jp": "EUC-JP",
        "iso-2022-jp": "ISO-2022-JP", "euc-kr": "CP949", "ks_c_5601-1987": "CP949",
        "korean": "CP949", "windows-949": "CP949", "ksc5601": "CP949",
        "koi8-r": "KOI8-R", "koi8": "KOI8-R", "koi": "KOI8-R", "koi8-u": "KOI8-U",
        "koi8-ru": "KOI8-U", "macintosh": "MACINTOSH", "mac": "MACINTOSH",
        "x-mac-cyrillic": "MAC-CYRILLIC", "ibm866": "CP866", "cp866": "CP866",
        "latin2": "ISO-8859-2", "l2": "ISO-8859-2", "latin5": "CP1254",
        "tis-620": "CP874", "iso-8859-11": "CP874", "windows-874": "CP874",
        "hebrew": "ISO-8859-8", "arabic": "ISO-8859-6", "greek": "ISO-8859-7",
        "cyrillic": "ISO-8859-5", "iso-8859-9": "CP1254",
    ]

    /// `iso-8859-2` to `-16` and `windows-1250` to `-1258`, which have the same names everywhere.
    private static func singleByte(_ label: String) -> String? {
        func number(behind prefixes: [String], in range: ClosedRange<Int>) -> Int? {
            prefixes.lazy.filter { label.hasPrefix($0) }
                .compactMap { Int(label.dropFirst($0.count)) }.first { range.contains($0) }
        }
        if let part = number(behind: ["iso-8859-", "iso8859-", "iso_8859-"], in: 2...16) {
            return "ISO-8859-\(part)"
        }
        return number(behind: ["windows-", "cp", "x-cp"], in: 1250...1258).map { "CP\($0)" }
    }

    /// The text of bytes by `iconv`; nil where the system does not know the encoding.
    private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var piece = [CChar](repeating: 0, count: 1 << 15)
        var text: [UInt8] = []
        var position = 0
        while position < input.count {
            let (left, room, problem) = input.withUnsafeMutableBufferPointer { input in
                piece.withUnsafeMutableBufferPointer { piece in
                    var source = input.baseAddress.map { $0 + position }
                    var target = piece.baseAddress
                    var left = input.count - position
                    var room = piece.count
                    errno = 0
                    _ = iconv(converter, &source, &left, &target, &room)
                    return (left, room, errno)
                }
            }
            text += piece[..<(piece.count - room)].lazy.map(UInt8.init(bitPattern:))
            position = input.count - left
            if problem == EILSEQ || problem == EINVAL {
                text += "\u{FFFD}".utf8
                position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
