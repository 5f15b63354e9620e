import Diagnostics
import Newsroom

extension Catalogue {
    /// Decodes `templates/strings/<language>.yaml`.
    ///
    /// - Parameters:
    ///   - file: the file; its base name is the language (BCP 47).
    ///   - complement: a complete catalogue. Entries that the file lacks are taken from it and reported; unknown entries of
    ///     the file are reported too.
    /// - Returns: the catalogue, and the diagnostics of the file.
    package static func decode(
        _ file: SourceFile,
        complement: Catalogue? = nil
    ) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
        let groups = TextGroups(decoding: file)
        let catalogue = Catalogue(
            language: Self.language(of: file),
            entries: groups.texts.mapValues(\.value),
            complement: complement
        )
        // A broken file's missing entries are not reported: they may stand in its unread part.
        guard let complement, !groups.diagnostics.hasErrors else { return (catalogue, groups.diagnostics) }
        return (
            catalogue,
            groups.diagnostics + missing(from: groups, in: file, complement)
                + unknown(in: groups, file, complement) + wrongPlurals(in: groups, file)
        )
    }

    private static func language(of file: SourceFile) -> String {
        let name = file.path.split(separator: "/").last ?? ""
        return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : String(name)
    }

    private static func missing(
        from groups: TextGroups,
        in file: SourceFile,
        _ complement: Catalogue
    ) -> [Diagnostic] {
        complement.keys.filter { key in
            groups.texts[key] == nil
                && !(key.hasPrefix(pluralGroup + ".")
                    && groups.texts.keys.contains { $0.hasPrefix(pluralGroup + ".") })
        }
        .map { key in
            Diagnostic(
                rule: .missingWord,
                message: "the catalogue has no words for `\(key)`",
                span: file.startSpan,
                notes: ["in \(complement.language) it says: \(complement[key])"],
                help: "until it has, pages show those words"
            )
        }
    }

    private static func wrongPlurals(in groups: TextGroups, _ file: SourceFile) -> [Diagnostic] {
        PluralForm.allCases.dropLast().compactMap { form in
            guard let text = groups.texts["\(pluralGroup).\(form.rawValue)"], PluralRule(text.value) == nil
            else { return nil }
            return Diagnostic(
                rule: .unknownWord,
                message: "`\(text.value)` is no plural rule, so no number takes the form `\(form.rawValue)`",
                span: file.span(text.range),
                help: "write it as the Unicode CLDR does: `n = 1`, or `n % 10 = 2..4 and n % 100 != 12..14`"
            )
        }
    }

    /// Findings about entries that no page shows. Plural forms are exempt, because languages have different ones.
    private static func unknown(
        in groups: TextGroups,
        _ file: SourceFile,
        _ complement: Catalogue
    ) -> [Diagnostic] {
        groups.texts.filter { key, _ in
            let isPlural = PluralForm.allCases.contains { key.hasSuffix(".\($0.rawValue)") }
            return !complement.has(key) && !isPlural
        }
        .map { key, text in
            Diagnostic(
                rule: .unknownWord,
                message: "nothing shows the words `\(key)`",
                span: file.span(text.range),
                help: Suggestion.help(for: key, among: complement.keys),
                fixes: [fix(of: key, before: text.range, in: file, complement)].compactMap(\.self)
            )
        }
    }

    /// The fix of a misspelt name in its group; its place is before its text, on the same line.
    private static func fix(
        of key: String,
        before text: Range<Int>,
        in file: SourceFile,
        _ complement: Catalogue
    ) -> Fix? {
        guard let stop = key.firstIndex(of: ".") else { return nil }
        let (group, name) = (key[...stop], String(key[key.index(after: stop)...]))
        let names = complement.keys.filter { $0.hasPrefix(group) }.map { String($0.dropFirst(group.count)) }
        let start = file.lineRange(around: text.lowerBound).lowerBound
        guard start < text.lowerBound, let place = file.place(ofID: name, in: start..<text.lowerBound) else {
            return nil
        }
        return Suggestion.fix(for: name, at: place, in: file, among: names)
    }
}
