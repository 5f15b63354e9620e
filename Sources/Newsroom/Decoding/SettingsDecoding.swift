import Diagnostics

extension SiteSettings {
    /// The fields of `content/site.yaml`.
    package static let fields: [FieldDescription] = [
        .init("name", .text, .ofTheSite, needed: true, "the site's name"),
        .init("url", .address, .ofTheSite, needed: true, "where it will be published"),
        .init("language", .text, .ofTheSite, needed: true, "the site's language (BCP 47)"),
        .init(
            "time-zone",
            .text,
            .ofTheSite,
            "the IANA's name of the zone whose days count, such as Europe/Berlin; UTC without it"
        ),
        .init("description", .text, .ofTheSite, needed: true, "one sentence"),
        .init("publisher", .reference(.profile), .ofTheSite, needed: true, "who publishes it"),
        .init("scale", .group(scaleFields), .judged, needed: true, "the rating scale"),
        .init("topics", .list(.group(topicFields)), .ofTheSite, "what claims are about"),
        .init("navigation", .list(.reference(.page)), .ofTheSite, "standing pages, in this order"),
        .init("license", .address, .ofTheSite, "of the published data"),
        .init(
            "claim-review-author",
            .choice(of: ReviewAuthor.self),
            .ofTheSite,
            "who is named as the author of a ClaimReview"
        ),
        .init(
            "links",
            .choice(of: LinkForm.self),
            .ofTheSite,
            "whether links name a page's file or its folder"
        ),
        .init("checks", .severities, .ofTheSite, "severities by rule: error, warning, note, off"),
        .init("limits", .group(limitsFields), .ofTheSite, "limits that rules use"),
        .init("media", .group(MediaSettings.fields), .ofTheSite, "how large media may be, and their copies"),
        .init("policy", .group(PolicySettings.fields), .ofTheSite, "how rulings come to be published"),
        .init("look", .group(LookSettings.fields), .ofTheSite, "logo, icon, colour and typeface"),
        .init("menu", .list(.group(MenuEntry.fields)), .ofTheSite, "what the masthead leads to"),
        .init("footer", .text, .ofTheSite, "own words at the end of every page, in Markdown"),
        .init("notice", .text, .ofTheSite, "words at the top of every page, in Markdown"),
        .init("social", .list(.address), .ofTheSite, "the newsroom's pages on other sites"),
        .init("fediverse", .text, .ofTheSite, "its handle, such as `@desk@news.example`"),
        .init("hosting", .group(HostingSettings.fields), .ofTheSite, "what is written for the host"),
        .init("stamps", .group(StampSettings.fields), .ofTheSite, "who vouches for the time of captures"),
        .init(
            "archives",
            .list(.address),
            .ofTheSite,
            "archives that `assay mementos` asks: where their lists (TimeMaps) are, up to the page's address"
        ),
        .init("database", .flag, .ofTheSite, "yes: the data goes out as a database of SQLite, too"),
    ]

    private static let scaleFields: [FieldDescription] = [
        .init("version", .number, .ofTheSite, needed: true, "raised when the meaning of a ruling changes"),
        .init("rulings", .list(.group(rulingFields)), .judged, needed: true, "the steps, worst to best"),
        .init("labels", .list(.group(rulingFields)), .judged, "labels without a number"),
    ]

    private static let rulingFields: [FieldDescription] = [
        .init("id", .text, .judged, needed: true, "the id that verdicts name"),
        .init("label", .text, .judged, needed: true, "what readers see"),
        .init("meaning", .text, .judged, needed: true, "what it means, in one or two sentences"),
        .formerly(.judged),
    ]

    private static let topicFields: [FieldDescription] = [
        .init("id", .text, .ofTheSite, needed: true, "the id that claims name"),
        .init("name", .text, .ofTheSite, needed: true, "what readers see"),
        .init("description", .text, .ofTheSite, "one sentence"),
        .formerly(.ofTheSite),
    ]

    private static let limitsFields: [FieldDescription] = [
        .init(
            "quote-words",
            .number,
            .ofTheSite,
            "the longest quotation from an article or a source, in words"
        )
    ]
}

extension SiteSettings {
    /// The path of the settings, relative to the newsroom's folder.
    package static let path = "content/site.yaml"

    static let defaultQuoteWordLimit = 40

    /// Decodes the settings.
    /// - Returns: the settings, or nil if they are unusable, and the findings.
    static func decode(_ file: SourceFile) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        do throws(YAMLFailure) {
            let content = try YAMLReader(file: file, range: 0..<file.bytes.count).read()
            guard case .mapping(let mapping)? = content.root else {
                throw YAMLFailure(
                    diagnostic: Diagnostic(
                        rule: .missingField,
                        message: "the settings have no fields",
                        span: file.startSpan,
                        help: "they need at least `name`, `url` and `scale`"
                    )
                )
            }
            var reader = FieldReader(
                mapping,
                fields: SiteSettings.fields,
                content: content,
                file: file,
                owner: path
            )
            let settings = SiteSettings(&reader)
            return (settings, reader.diagnostics)
        } catch {
            return (nil, [error.diagnostic])
        }
    }

    private init?(_ fields: inout FieldReader) {
        let name = fields.text("name")
        let url = fields.text("url")
        let language = fields.text("language")
        let timeZone = fields.timeZone()
        let description = fields.text("description")
        let publisher = fields.text("publisher")
        let scale = fields.group("scale", owner: "the scale") { RatingScale(&$0) }
        let topics = fields.groups("topics", owner: "a topic") { Topic(&$0) }
        let navigation = fields.texts("navigation")
        let license = fields.text("license")
        let reviewAuthor = fields.choice("claim-review-author", ReviewAuthor.self)
        let links = fields.choice("links", LinkForm.self)
        let checks = fields.severities("checks")
        let quoteWords = fields.group("limits", owner: "the limits") { $0.number("quote-words")?.value }
        let media = fields.group("media", owner: "the media") { MediaSettings(&$0) }
        let policy = fields.group("policy", owner: "the policy") { PolicySettings(&$0) }
        let look = fields.group("look", owner: "the look") { LookSettings(&$0) }
        let menu = fields.groups("menu", owner: "an entry of the menu") { MenuEntry(&$0) }
        let footer = fields.markdown("footer")
        let notice = fields.markdown("notice")
        let social = fields.texts("social")
        let fediverse = fields.fediverseHandle("fediverse")
        let hosting = fields.group("hosting", owner: "the hosting") { HostingSettings(&$0) }
        let stamps = fields.group("stamps", owner: "the stamps") { StampSettings(&$0) }
        let archives = fields.texts("archives")
        let writesDatabase = fields.flag("database")
        fields.reportIDs(topics.map { Located($0.id, at: $0.range) }, what: "topic")
        guard let name, let url, let language, let description, let publisher, let scale else { return nil }
        guard let base = fields.baseAddress(url) else { return nil }
        self.init(
            file: fields.file,
            name: name.value,
            url: base,
            language: language.value,
            timeZone: timeZone,
            description: description.value,
            publisher: publisher,
            scale: scale,
            topics: topics,
            navigation: navigation,
            reviewAuthor: reviewAuthor?.value ?? .publisher,
            links: links?.value ?? .files,
            license: license?.value,
            checks: checks,
            quoteWordLimit: quoteWords ?? Self.defaultQuoteWordLimit,
            media: media ?? MediaSettings(),
            policy: policy ?? PolicySettings(),
            look: look ?? LookSettings(),
            menu: menu,
            footer: footer,
            notice: notice,
            social: social,
            fediverse: fediverse,
            hosting: hosting ?? HostingSettings(),
            stamps: stamps ?? StampSettings(),
            archives: archives,
            writesDatabase: writesDatabase
        )
    }
}

extension RatingScale {
    fileprivate init?(_ fields: inout FieldReader) {
        let version = fields.number("version")
        let steps = fields.groups("rulings", owner: "a ruling") { RulingFields(&$0) }
        let labels = fields.groups("labels", owner: "a label") { RulingFields(&$0) }
        fields.reportIDs((steps + labels).map(\.id), what: "ruling")
        guard let version else { return nil }
        guard steps.count >= 2 else {
            fields.report(
                .missingField,
                "a scale needs at least two rulings",
                at: fields.range(of: "rulings"),
                help: "list them from worst to best"
            )
            return nil
        }
        self.init(
            version: version.value,
            steps: steps.enumerated().map { $0.element.ruling(number: $0.offset + 1) },
            labels: labels.map { $0.ruling(number: nil) }
        )
    }
}

private struct RulingFields {
    let id: Located<String>
    let label: String
    let meaning: String
    let formerly: [Located<String>]

    init?(_ fields: inout FieldReader) {
        let id = fields.text("id")
        let label = fields.text("label")
        let meaning = fields.text("meaning")
        formerly = fields.formerIDs()
        guard let id, let label, let meaning else { return nil }
        self.id = id
        self.label = label.value
        self.meaning = meaning.value
    }

    func ruling(number: Int?) -> Ruling {
        Ruling(
            id: id.value,
            label: label,
            meaning: meaning,
            number: number,
            range: id.range,
            formerly: formerly
        )
    }
}

extension Topic {
    fileprivate init?(_ fields: inout FieldReader) {
        let id = fields.text("id")
        let name = fields.text("name")
        let description = fields.text("description")
        let formerly = fields.formerIDs()
        guard let id, let name else { return nil }
        self.init(
            id: id.value,
            name: name.value,
            description: description?.value,
            range: id.range,
            formerly: formerly
        )
    }
}

extension FieldReader {
    /// The severities by rule name, in the words error, warning, note and off.
    fileprivate mutating func severities(_ name: String) -> [SeveritySetting] {
        freeGroup(name).compactMap { rule, word in
            if word.value == "off" { return SeveritySetting(rule: rule, severity: nil) }
            if let severity = Diagnostic.Severity(rawValue: word.value) {
                return SeveritySetting(rule: rule, severity: severity)
            }
            report(
                .wrongType,
                "`\(rule.value)` cannot be `\(word.value)`",
                at: word.range,
                help: "use one of `error`, `warning`, `note`, `off`"
            )
            return nil
        }
    }

    /// The site's address, with a slash at its end; nil, with a finding, if it is none.
    fileprivate mutating func baseAddress(_ url: Located<String>) -> Located<String>? {
        let isUsable =
            (url.value.hasPrefix("https://") || url.value.hasPrefix("http://"))
            && !url.value.contains(where: { $0.isWhitespace || $0 == "?" || $0 == "#" })
        guard isUsable else {
            report(
                .wrongType,
                "`url` is not an address that a site can have",
                at: url.range,
                help: "write it like https://example.org/ or https://example.org/facts/",
                fixes: [file.schemeFix(url.value, at: url.range)]
            )
            return nil
        }
        return Located(url.value.hasSuffix("/") ? url.value : url.value + "/", at: url.range)
    }

    /// Reports invalid and duplicate ids. They become parts of addresses, as ids of records do.
    fileprivate mutating func reportIDs(_ ids: [Located<String>], what: String) {
        var seen: [String: String] = [:]
        for id in ids {
            if let problem = RecordID.problem(id.value) {
                let suggestion = RecordID.suggestion(for: id.value)
                report(
                    .invalidId,
                    "this is no id of a \(what): \(problem)",
                    at: id.range,
                    help: RecordID.problem(suggestion) == nil
                        ? "write `id: \(suggestion)`" : "use lower-case letters, digits and hyphens",
                    fixes: RecordID.problem(suggestion) == nil && !ids.contains { $0.value == suggestion }
                        ? [file.fix(id.value, at: id.range, with: suggestion, .safe)] : []
                )
            }
            guard let other = seen.updateValue(id.value, forKey: RecordID.folded(id.value)) else { continue }
            report(
                .duplicateId,
                other == id.value
                    ? "there are two \(what)s `\(id.value)`"
                    : "there is another \(what) `\(other)`, which differs only in case or in the way its letters are encoded",
                at: id.range,
                help: "rename one"
            )
        }
    }
}
