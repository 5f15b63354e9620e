import Diagnostics

extension SourceFile {
    /// The fix of an address without `https://`, or with a mistyped one; nil if it is none of these.
    package func schemeFix(_ address: String, at range: Range<Int>) -> Fix? {
        guard !address.isEmpty, !address.contains(where: \.isWhitespace) else { return nil }
        let mistyped = [
            "https//", "https:/", "https:", "htps://", "htpps://", "htttps://", "hhttps://", "ttps://",
            "https;//",
            "http//", "http:/", "http:", "htp://", "htttp://", "hhttp://", "ttp://", "http;//", "//",
        ]
        let lowered = address.lowercased()
        let lead =
            lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
            ? "" : mistyped.first(where: lowered.hasPrefix) ?? ""
        let rest = address.dropFirst(lead.count)
        // Words before a colon are another scheme, such as `mailto:`; a host has a dot.
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard rest.count < address.count || !address.contains(":"), host.contains("."),
            !host.hasPrefix("."), !host.hasSuffix("."),
            host.allSatisfy({ $0.isLetter || $0.isNumber || "-.".contains($0) })
        else { return nil }
        return fix(address, at: range, with: "https://" + rest, .safe)
    }

    /// The fix that writes another text in the place of a YAML value.
    /// - Returns: nil unless the value was typed on one line, plainly or in quotation marks.
    package func textFix(_ title: String, at range: Range<Int>, with text: String, _ safety: Fix.Safety)
        -> Fix?
    {
        let typed = bytes[range.clamped(to: 0..<bytes.count)]
        guard let first = typed.first, !typed.contains(UInt8(ascii: "\n")),
            !typed.contains(UInt8(ascii: "\r")),
            first != UInt8(ascii: "|"), first != UInt8(ascii: ">"), !text.isEmpty,
            !text.contains(where: \.isNewline)
        else { return nil }
        return Fix(title, safety, [edit(range, YAMLLine.scalar(text))])
    }
}

extension YAMLLine {
    /// A text as a YAML value: as it is where that is certain, else in quotation marks.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? false
        let hasSigns = text.unicodeScalars.contains { ":#,[]{}\"'\\&*!|>%@`".unicodeScalars.contains($0) }
        return isPlain && !hasSigns && text.trimmed == text ? text : quoted(text)
    }
}
