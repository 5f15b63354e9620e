extension FactsComparison {
    /// Compares a verdict's ruling, parts, evidence and citations.
    func compare(verdict record: RecordFile, into result: inout Comparison) {
        let path = record.path
        let slug = record.fields.text("claim") ?? ""
        guard let claim = facts.claim(slug: slug) else {
            result.expect(false, "verdicts", in: path, "the facts have no claim “\(slug)”")
            return
        }
        result.expectEqual(record.fields.text("ruling"), claim.ruling, "rulings", in: path)
        for (name, ruling) in claim.parts.sorted(by: { $0.key < $1.key }) {
            let published = record.fields.records("parts").filter {
                $0.text("part")?.lowercased().contains(name.lowercased()) == true
            }
            result.expectEqual(
                published.compactMap { $0.text("ruling") },
                [ruling],
                "rulings on parts",
                in: path
            )
        }
        compare(evidenceOf: record, claim: claim, into: &result)
        compare(citationsOf: record, into: &result)
    }

    private func compare(evidenceOf record: RecordFile, claim: ClaimFacts, into result: inout Comparison) {
        var published: Set<ClaimFacts.Evidence> = []
        for evidence in record.fields.records("evidence") {
            let stance = evidence.text("stance") ?? ""
            let source = evidence.text("source") ?? ""
            let article = evidence.text("article").map { Facts.articles[$0] ?? $0 }
            let subject = article ?? facts.register.row(slug: source)?.id ?? source
            published.insert(ClaimFacts.Evidence(subject: subject, stance: stance))
            let isRead = ["read", "copy"].contains(
                Allowance.checked[subject] ?? facts.register.row(id: subject)?.checked
            )
            result.expect(
                facts.review.text.isEmpty || stance == "context" || article != nil || isRead,
                "stances of what was not read",
                in: record.path,
                "\(subject) was not read, and \(stance) the claim"
            )
            if let quote = evidence.text("quote") {
                compare(quote: quote, subject: subject, claim: claim, path: record.path, into: &result)
            }
        }
        // Unconfirmed evidence is in the facts as a warning, and stays unpublished.
        let publishable = claim.evidence.filter { facts.register.row(id: $0.subject)?.checked != "unchecked" }
        for fact in publishable.sorted(by: { $0.subject < $1.subject }) {
            result.expect(
                published.contains(fact) || isRevised(fact, published: published, claim: claim),
                "evidence lines of the facts",
                in: record.path,
                "\(fact.subject) (\(fact.stance)) is missing"
            )
        }
        for evidence in published.sorted(by: { $0.subject < $1.subject }) {
            result.expect(
                claim.evidence.contains(evidence) || claim.readBeside.contains(evidence.subject)
                    || Allowance.addedEvidence.contains("\(claim.id) \(evidence.subject) \(evidence.stance)")
                    || isReviewed(evidence),
                "evidence lines of the content",
                in: record.path,
                "\(evidence.subject) (\(evidence.stance)) is not in the facts for \(claim.id)"
            )
        }
    }

    /// Whether the review changed a piece of evidence: to context, because its text was not read, or by dropping
    /// it.
    private func isRevised(
        _ fact: ClaimFacts.Evidence,
        published: Set<ClaimFacts.Evidence>,
        claim: ClaimFacts
    ) -> Bool {
        guard !facts.review.text.isEmpty else { return false }
        return published.contains(ClaimFacts.Evidence(subject: fact.subject, stance: "context"))
            || Allowance.revisedEvidence.contains("\(claim.id) \(fact.subject)")
    }

    /// Whether the review names the source; a source that is to show something must have been read, too.
    private func isReviewed(_ evidence: ClaimFacts.Evidence) -> Bool {
        guard facts.review.text.contains(evidence.subject) || evidence.stance == "context" else {
            return false
        }
        guard !facts.review.text.isEmpty else { return false }
        return evidence.stance == "context"
            || ["read", "copy"].contains(facts.register.row(id: evidence.subject)?.checked)
    }

    /// Compares a piece of evidence's quote with the facts for that claim or that source.
    private func compare(
        quote: String,
        subject: String,
        claim: ClaimFacts,
        path: String,
        into result: inout Comparison
    ) {
        let isArticle = subject == "V" || subject == "T"
        let row = facts.register.row(id: subject)?.line ?? ""
        let words = [
            claim.text, row, facts.folder.articles, facts.review.text, isArticle ? facts.folder.claims : "",
        ]
        .joined(separator: "\n").folded
        result.expect(
            Quotations.stands(quote, in: words),
            "quotes of evidence",
            in: path,
            "“\(quote)” is not in the facts for \(claim.id) or \(subject)"
        )
        result.expect(
            quote.wordCount <= 40,
            "lengths of quotes",
            in: path,
            "\(quote.wordCount) words: “\(quote)”"
        )
    }

    /// Compares citations with evidence: all evidence is cited, and nothing else.
    private func compare(citationsOf record: RecordFile, into result: inout Comparison) {
        let evidence = Set(
            record.fields.records("evidence").compactMap { $0.text("source") ?? $0.text("article") }
        )
        let cited = Set(record.body.matches(of: /@([a-z0-9-]+)/).map { String($0.output.1) })
        for id in evidence.union(cited).sorted() {
            result.expect(
                evidence.contains(id) && cited.contains(id),
                "citations",
                in: record.path,
                evidence.contains(id) ? "\(id) is never cited" : "\(id) is cited and is no evidence"
            )
        }
    }
}
