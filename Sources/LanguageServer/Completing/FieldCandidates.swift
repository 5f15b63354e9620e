import Checks
import Diagnostics
import Newsroom

/// The names and values that front matter and settings may have at a place.
struct FieldCandidates {
    let cursor: FieldCursor
    let newsroom: Newsroom
    let today: CalendarDate

    /// All candidates.
    var all: [Candidate] {
        if cursor.name == nil, let names { return names }
        return values ?? []
    }

    // MARK: - Names

    /// The fields that are not there yet; nil where no names are typed.
    private var names: [Candidate]? {
        if cursor.path.last == "checks", cursor.path.count == 1 {
            return RuleCatalogue.guides.filter { $0.id.isAdjustable && !cursor.siblings.contains($0.name) }
                .map { guide in
                    var candidate = Candidate(guide.name, .property, text: guide.name + suffix)
                    candidate.meaning = guide.summary
                    return candidate
                }
        }
        guard let group = cursor.group else { return nil }
        // Former ids are written by a rename.
        let known = Set(cursor.siblings + ["formerly"])
        let replaced = Set(
            group.filter { known.contains($0.name) }.flatMap { field in
                [field.alternative].compactMap(\.self)
                    + group.filter { $0.alternative == field.name }.map(\.name)
            }
        )
        var candidates = group.filter { !known.contains($0.name) && !replaced.contains($0.name) }.map(name)
        if cursor.beginsItem, cursor.siblings.isEmpty, group.contains(where: \.isNeeded) {
            candidates.append(wholeItem(of: group))
        }
        return candidates
    }

    private var suffix: String { cursor.hasColon ? "" : ": " }

    private func name(_ field: FieldDescription) -> Candidate {
        var candidate: Candidate
        if cursor.hasColon {
            candidate = Candidate(field.name, .property)
        } else if case .list(.group(let inner)) = field.type {
            candidate = Candidate(
                field.name,
                .property,
                text: "\(field.name):\n  - \(Self.lines(of: inner, lead: "    "))"
            )
            candidate.isSnippet = true
        } else if case .group = field.type {
            candidate = Candidate(field.name, .property, text: "\(field.name):\n  $0")
            candidate.isSnippet = true
        } else {
            candidate = Candidate(field.name, .property, text: field.name + ": ")
        }
        candidate.detail = field.isNeeded ? "needed" : nil
        candidate.meaning = "\(field.meaning)\n\n\(field.type.expectation)"
        candidate.rank = field.isNeeded ? 0 : 1
        return candidate
    }

    /// All needed fields of an item at once.
    private func wholeItem(of group: [FieldDescription]) -> Candidate {
        var candidate = Candidate("…", .snippet, text: Self.lines(of: group, lead: "  "))
        candidate.isSnippet = true
        candidate.detail = Self.needed(group).map(\.name).joined(separator: ", ")
        candidate.words = candidate.detail ?? ""
        candidate.rank = 0
        return candidate
    }

    private static func needed(_ group: [FieldDescription]) -> [FieldDescription] {
        let replaced = Set(group.compactMap(\.alternative))
        let needed = group.filter { $0.isNeeded || replaced.contains($0.name) }
        return needed.isEmpty ? Array(group.prefix(1)) : needed
    }

    /// The needed fields of an item, each on a line with a place for its value.
    private static func lines(of group: [FieldDescription], lead: String) -> String {
        needed(group).enumerated().map { number, field in "\(field.name): $\(number + 1)" }
            .joined(separator: "\n" + lead)
    }

    // MARK: - Values

    /// The values of the field; nil for a text in somebody's own words.
    private var values: [Candidate]? {
        if cursor.path == ["checks"] {
            return (Diagnostic.Severity.allCases.map(\.rawValue) + ["off"]).map {
                blanked(Candidate($0, .choice))
            }
        }
        guard let field = cursor.field else { return nil }
        return values(of: field, field.type.element)?.map(blanked)
    }

    private func blanked(_ candidate: Candidate) -> Candidate {
        guard cursor.needsBlank else { return candidate }
        var copy = Candidate(candidate.label, candidate.sort, text: " " + candidate.text)
        copy.detail = candidate.detail
        copy.meaning = candidate.meaning
        copy.record = candidate.record
        copy.words = candidate.words
        copy.rank = candidate.rank
        return copy
    }

    private func values(of field: FieldDescription, _ type: FieldType) -> [Candidate]? {
        switch type {
        case .choice(let words): return words.map { Candidate($0, .choice) }
        case .flag: return ["yes", "no"].map { Candidate($0, .choice) }
        case .ruling: return newsroom.settings.scale.all.map(Candidate.init(ruling:))
        case .topic: return newsroom.settings.topics.map(Candidate.init(topic:))
        case .reference(let kind): return Candidate.records(of: kind, newsroom)
        case .lineage:
            return Candidate.records(of: .source, newsroom)
                + Candidate.records(of: .article, newsroom, lead: "article:")
        case .day, .span: return [Self.today(today)]
        case .answer: return [Self.today(today), Candidate("none", .choice)]
        case .text where field.name == "quote":
            return cursor.values["article"].flatMap { newsroom.articles[RecordID.normalised($0)] }.map {
                article in
                Quotations(of: article, limit: newsroom.settings.quoteWordLimit).candidates
            }
        case .text where field.name == "authors": return Candidate.records(of: .profile, newsroom)
        default: return nil
        }
    }

    private static func today(_ day: CalendarDate) -> Candidate {
        var candidate = Candidate(day.description, .value)
        candidate.detail = "today"
        candidate.words = "today"
        return candidate
    }
}

extension Candidate {
    /// A ruling of the scale.
    fileprivate init(ruling: Ruling) {
        self.init(ruling.id, .choice)
        detail = ruling.label
        meaning = MarkdownWords.escaped(ruling.meaning)
        words = ruling.label
    }

    /// A topic.
    fileprivate init(topic: Topic) {
        self.init(topic.id, .choice)
        detail = topic.name
        meaning = topic.description.map(MarkdownWords.escaped)
        words = topic.name
    }

    /// The records of a kind.
    /// - Parameters:
    ///   - lead: what stands before the id in the text.
    ///   - first: the ids that come first.
    static func records(
        of kind: RecordKind,
        _ newsroom: Newsroom,
        lead: String = "",
        first: Set<String> = []
    ) -> [Candidate] {
        let table = newsroom.table(of: kind)
        return (0..<table.count).map { place in
            let record = table.record(at: place)
            let title = RecordCard(record).title
            var candidate = Candidate(lead + record.id, .reference)
            candidate.detail = title
            candidate.words = title
            candidate.record = record
            candidate.rank = first.contains(record.id) ? 0 : 1
            return candidate
        }
    }
}
