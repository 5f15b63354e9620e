import Diagnostics

/// The reader of answers of Google's Fact Check Tools API (`claims:search`).
struct FactCheckTools {
    private(set) var items: [IncomingItem] = []
    private(set) var findings: ImportFindings
    private let order: LooseDate.Order?

    init(order: LooseDate.Order?, findings: ImportFindings) {
        self.order = order
        self.findings = findings
    }

    /// Whether a value is such an answer.
    static func isAnswer(_ value: JSONValue) -> Bool {
        guard let claims = value["claims"] else { return false }
        return claims.elements.contains { $0["claimReview"] != nil }
    }

    /// Reads an answer.
    mutating func read(_ answer: JSONValue) {
        if let token = answer["nextPageToken"]?.string, !token.isEmpty {
            findings.add(.moreElsewhere, field: "nextPageToken", token)
        }
        for (index, claim) in (answer["claims"]?.elements ?? []).enumerated() {
            var pen = ItemPen(number: index + 1, order: order, taking: &findings)
            if let item = item(claim, &pen) { items.append(item) }
            findings = pen.findings
        }
    }

    private func item(_ claim: JSONValue, _ pen: inout ItemPen) -> IncomingItem? {
        noteLosses(of: claim, ["text", "claimant", "claimDate", "claimReview"], "", &pen)
        guard let words = pen.line(claim["text"]?.scalarText, "text", limit: ImportLimits.words) else {
            pen.note(.noWords, "text")
            return nil
        }
        if ItemPen.beginsWithRuling(words) { pen.note(.rulingInWords, "text", words) }
        var item = IncomingItem(number: pen.number, words: words)
        item.who = pen.line(claim["claimant"]?.scalarText, "claimant")
        item.made = pen.date(claim["claimDate"]?.scalarText, "claimDate")
        let reviews = claim["claimReview"]?.elements ?? []
        if reviews.count > ImportLimits.rulings { pen.note(.tooMany, "claimReview") }
        item.rulings = reviews.prefix(ImportLimits.rulings).map { ruling($0, &pen) }.filter { !$0.isEmpty }
        item.language = item.rulings.first?.language
        if let made = item.made, item.rulings.contains(where: { $0.date == made }) {
            pen.note(.dayOfTheCheck, "claimDate", made)
        }
        return item
    }

    private func ruling(_ review: JSONValue, _ pen: inout ItemPen) -> ForeignRuling {
        let kept = ["publisher", "url", "title", "reviewDate", "textualRating", "languageCode"]
        noteLosses(of: review, kept, "claimReview.", &pen)
        var ruling = ForeignRuling()
        let site = review["publisher"]?["site"]?.scalarText
        ruling.publisher = pen.line(review["publisher"]?["name"]?.scalarText ?? site, "publisher.name")
        ruling.url = pen.addresses(review["url"]?.scalarText, "url").first
        if let url = ruling.url, let site, !LooseAddress.areOfOneSite("https://" + site, url) {
            pen.note(.otherPage, "url", url)
        }
        if ruling.url == nil { pen.note(.noAddress, "url") }
        ruling.title = pen.line(review["title"]?.scalarText, "title")
        ruling.date = pen.date(review["reviewDate"]?.scalarText, "reviewDate")
        ruling.rating = pen.rating(review["textualRating"]?.scalarText, "textualRating")
        if ruling.rating == nil { pen.note(.noRating, "textualRating") }
        ruling.language = pen.language(review["languageCode"]?.scalarText, "languageCode")
        return ruling
    }

    private func noteLosses(of value: JSONValue, _ kept: [String], _ lead: String, _ pen: inout ItemPen) {
        for member in value.members where member.value != .null && !kept.contains(member.name) {
            pen.note(.notKept, lead + member.name)
        }
    }
}
