import Diagnostics
import Newsroom

/// The data files of the published claims: `data/claims.json` and `data/claims.csv`.
///
/// `docs/data.md` describes both; `data/claims.schema.json` is the JSON Schema of the first.
struct ClaimsData: Sendable {
    let edition: Edition

    /// The version of the format. It rises when a field changes its meaning or is removed, and not for a new field.
    static let version = 1

    /// Writes `claims.json`, without a line end.
    ///
    /// - Parameter take: the receiver of each piece of the file; the last one stays in the writer.
    func write(to json: inout JSONWriter, inPieces take: ([UInt8]) -> Void) {
        let settings = edition.records.settings
        json.object { json in
            json.add("$schema", edition.address(.claimsSchema))
            json.add("version", Self.version)
            json.add("name", settings.name)
            json.add("url", edition.siteAddress)
            json.add("language", settings.language)
            json.add("license", settings.license)
            json.add("updated", edition.lastChanged)
            json.object("scale") { json in
                json.add("version", settings.scale.version)
                json.array("rulings", settings.scale.steps + settings.scale.labels, definition)
            }
            json.array("topics", edition.publishedTopics) { topic, json in
                json.object { json in
                    json.add("id", topic.id)
                    json.add("name", topic.name)
                }
            }
            json.arrayUnlessEmpty("moved", moved) { entry, json in
                json.object { json in
                    json.add("kind", entry.space.word)
                    json.add("id", entry.id)
                    json.array("formerly", entry.former) { id, json in json.add(id) }
                }
            }
            json.array("claims", edition.publishedClaims) { rated, json in
                claim(rated, to: &json)
                json.handOver(to: take)
            }
            json.arrayUnlessEmpty("retracted", edition.retractions) {
                retracted($0.claim, $0.retraction, to: &$1)
            }
        }
    }

    /// What was renamed, with its first id first, and is in the edition.
    private var moved: [(space: IDSpace, id: String, former: [String])] {
        let names = edition.records.formerIDs
        var seen: Set<String> = []
        return names.moves.filter { seen.insert($0.space.word + ":" + $0.to).inserted }.compactMap { move in
            // Texts name claims, and no verdicts.
            if move.space == .record(.verdict) { return nil }
            if let kind = move.space.kind, !edition.records.contains(RecordKey(kind, move.to)) { return nil }
            return (move.space, move.to, names.all(move.space, move.to))
        }
    }

    private func definition(_ ruling: Ruling, to json: inout JSONWriter) {
        json.object { json in
            json.add("id", ruling.id)
            json.add("label", ruling.label)
            json.add("number", ruling.number)
            json.add("meaning", ruling.meaning)
            json.add("url", edition.address(.ruling(ruling.id)))
        }
    }

    private func claim(_ rated: RatedClaim, to json: inout JSONWriter) {
        let claim = rated.claim
        json.object { json in
            json.add("id", claim.id)
            json.add("url", edition.address(.claim(claim.id)))
            json.add("statement", claim.statement.value)
            json.array("claimants", edition.profiles(claim.claimants), profile)
            json.add("stated", claim.stated?.value)
            json.add("chosen", claim.chosen?.value)
            json.array("topics", claim.topics) { topic, json in json.add(topic.value) }
            json.array("appearances", claim.appearances, appearance)
            json.arrayUnlessEmpty("shown_in", claim.shownIn, occasion)
            json.arrayUnlessEmpty("media", edition.mediaWithOriginals(of: rated), medium)
            json.add("verdict", rated, verdict)
            json.add("history", edition.history(of: claim), history)
        }
    }

    private func verdict(_ rated: RatedClaim, to json: inout JSONWriter) {
        let verdict = rated.verdict
        json.object { json in
            json.add("ruling", rated.ruling.id)
            json.add("title", verdict.title.value)
            json.add("summary", verdict.summary.value)
            json.array("authors", edition.profiles(verdict.authors), profile)
            json.array("reviewers", edition.profiles(rated.publication.reviewers), profile)
            json.add("published", rated.publication.published?.value)
            json.add("updated", rated.publication.updated?.value)
            json.array("evidence", verdict.evidence, evidence)
            json.array("parts", verdict.parts) { part, json in
                json.object { json in
                    json.add("part", part.part.value)
                    json.add("ruling", part.ruling.value)
                    json.add("note", part.note)
                }
            }
            json.add("would_change", verdict.wouldChange?.value)
        }
    }

    /// Writes an appearance; nothing if its article is not in the edition.
    private func appearance(_ appearance: Appearance, to json: inout JSONWriter) {
        guard let article = edition.records.articles[appearance.article.value] else { return }
        let document = EvidenceDocument.article(article)
        json.object { json in
            json.add("article", article.id)
            json.add("title", article.title.value)
            json.add("publisher", document.publisher(in: edition))
            json.add("url", document.url)
            json.add("published", document.published)
            json.add("kind", appearance.kind.rawValue)
            json.add("by", appearance.by.flatMap { edition.records.profiles[$0.value] }, profile)
            json.add("date", appearance.date?.value)
            json.add("quote", appearance.quote.value)
            json.add("locator", appearance.locator)
        }
    }

    /// Writes a piece of evidence; nothing if its document is not in the edition.
    private func evidence(_ evidence: Evidence, to json: inout JSONWriter) {
        guard let document = edition.document(evidence.reference) else { return }
        let source: Source? = if case .source(let source) = document { source } else { nil }
        json.object { json in
            switch document {
            case .source: json.add("source", document.id)
            case .article: json.add("article", document.id)
            case .medium: json.add("media", document.id)
            }
            json.add("stance", evidence.stance.rawValue)
            json.add("shows", evidence.shows.value)
            json.add("title", document.title)
            json.add("publisher", document.publisher(in: edition))
            json.add("url", document.url)
            json.arrayUnlessEmpty("archived", document.archived)
            json.add("published", document.published)
            json.add("kind", source?.sourceKind.rawValue)
            json.add("checked", source?.checked.rawValue)
            json.add("interest", source?.interest?.value)
            json.add("relation", source?.relation?.value)
            json.add("locator", evidence.locator)
            json.add("quote", evidence.quote?.value)
        }
    }

    func profile(_ profile: Profile, to json: inout JSONWriter) {
        json.object { json in
            json.add("id", profile.id)
            json.add("name", profile.name.value)
            json.add("kind", profile.profileKind.rawValue)
            json.arrayUnlessEmpty("same_as", profile.addressesElsewhere)
        }
    }
}
