import Diagnostics

/// The reader of ClaimReview objects (schema.org), wherever they stand in a document.
struct ClaimReviews {
    /// The items so far.
    private(set) var items: [IncomingItem] = []
    /// What was noticed.
    private(set) var findings: ImportFindings
    /// How each claimant is typed, by publisher, for what only shows across items.
    private(set) var traits: [ItemTraits] = []
    private let order: LooseDate.Order?
    /// The address of the page that the document stood in.
    private let page: String?

    init(order: LooseDate.Order?, page: String?, findings: ImportFindings) {
        self.order = order
        self.page = page
        self.findings = findings
    }

    /// Reads all reviews in a value, in their order.
    mutating func read(_ value: JSONValue, depth: Int = ImportLimits.depth) {
        guard depth > 0, items.count < ImportLimits.items else { return }
        switch value {
        case .array(let elements): for element in elements { read(element, depth: depth - 1) }
        case .object(let members):
            if let object = SchemaObject(value), object.types.contains("ClaimReview") {
                review(object)
            } else {
                for member in members { read(member.value, depth: depth - 1) }
            }
        default: break
        }
    }

    private static let kept: Set<String> = [
        "@context", "@type", "type", "@id", "url", "author", "publisher", "datePublished", "dateModified",
        "claimReviewed", "itemReviewed", "reviewRating", "inLanguage", "name", "headline", "mainEntityOfPage",
    ]
    private static let keptOfItem: Set<String> = [
        "@context", "@type", "type", "@id", "author", "datePublished", "appearance", "firstAppearance", "url",
        "sameAs", "name", "text",
    ]

    private mutating func review(_ review: SchemaObject) {
        let number = (traits.last?.number ?? 0) + 1
        var pen = ItemPen(number: number, order: order, taking: &findings)
        noteLosses(of: review, Self.kept, "", &pen)
        let item = SchemaObject(review["itemReviewed"])
        if let item { noteLosses(of: item, Self.keptOfItem, "itemReviewed.", &pen) }
        var trait = ItemTraits(number: number)
        let ruling = ruling(review, &pen)
        let claimed = SchemaObject.texts(review["claimReviewed"]).first
        let words = pen.line(
            claimed ?? item.flatMap { SchemaObject.texts($0["text"] ?? $0["name"]).first },
            "claimReviewed",
            limit: ImportLimits.words
        )
        if let words {
            if ItemPen.beginsWithRuling(words) { pen.note(.rulingInWords, "claimReviewed", words) }
            var incoming = IncomingItem(number: number, words: words)
            claimant(of: item, &incoming, &trait, &pen)
            incoming.made = pen.date(
                item.flatMap { SchemaObject.texts($0["datePublished"]).first },
                "itemReviewed.datePublished"
            )
            incoming.language = ruling.language
            places(of: item, ruling, &incoming, &pen)
            if let made = incoming.made, made == ruling.date {
                pen.note(.dayOfTheCheck, "itemReviewed.datePublished", made)
            }
            incoming.rulings = ruling.isEmpty ? [] : [ruling]
            trait.take(incoming, written: SchemaObject.texts(review["datePublished"]).first)
            items.append(incoming)
        } else {
            pen.note(.noWords, "claimReviewed")
        }
        traits.append(trait)
        findings = pen.findings
    }

    private func noteLosses(
        of object: SchemaObject,
        _ kept: Set<String>,
        _ lead: String,
        _ pen: inout ItemPen
    ) {
        for member in object.members where member.value != .null {
            let name = SchemaObject.local(member.name)
            if !kept.contains(name), !kept.contains(member.name) { pen.note(.notKept, lead + name) }
        }
    }

    private func ruling(_ review: SchemaObject, _ pen: inout ItemPen) -> ForeignRuling {
        var ruling = ForeignRuling()
        let author = review["author"] ?? review["publisher"]
        let names = SchemaObject.texts(author)
        if names.count > 1 { pen.note(.severalValues, "author", names.joined(separator: ", ")) }
        ruling.publisher = pen.line(names.first, "author.name")
        let written = SchemaObject.texts(review["url"], ["url", "@id"]).first
        ruling.url = pen.addresses(written, "url").first
        if ruling.url == nil { pen.note(.noAddress, "url") }
        if let url = ruling.url {
            let home = SchemaObject.texts(author, ["url"]).first { $0.hasPrefix("http") }
            if let page, LooseAddress.page(of: page) != LooseAddress.page(of: url) {
                pen.note(.otherPage, "url", url)
            } else if let home, !LooseAddress.areOfOneSite(home, url) {
                pen.note(.otherPage, "url", url)
            }
            if ruling.publisher == nil { ruling.publisher = LooseAddress.host(of: url) }
        }
        ruling.title = pen.line(SchemaObject.texts(review["headline"] ?? review["name"]).first, "name")
        ruling.date = pen.date(SchemaObject.texts(review["datePublished"]).first, "datePublished")
        ruling.language = pen.language(SchemaObject.texts(review["inLanguage"]).first, "inLanguage")
        rate(&ruling, review, &pen)
        return ruling
    }

    private func rate(_ ruling: inout ForeignRuling, _ review: SchemaObject, _ pen: inout ItemPen) {
        let value = review["reviewRating"]
        guard let rating = SchemaObject(value) else {
            ruling.rating = pen.rating(SchemaObject.texts(value).first, "reviewRating")
            if ruling.rating == nil { pen.note(.noRating, "reviewRating") }
            return
        }
        let words =
            SchemaObject.texts(rating["alternateName"]).first ?? SchemaObject.texts(rating["name"]).first
        ruling.rating = pen.rating(words, "reviewRating.alternateName")
        if ruling.rating == nil { pen.note(.noRating, "reviewRating.alternateName") }
        ruling.number = pen.number(
            rating["ratingValue"]?.scalarText,
            worst: rating["worstRating"]?.scalarText,
            best: rating["bestRating"]?.scalarText,
            "reviewRating.ratingValue"
        )
    }

    private func claimant(
        of item: SchemaObject?,
        _ incoming: inout IncomingItem,
        _ trait: inout ItemTraits,
        _ pen: inout ItemPen
    ) {
        guard let author = item?["author"] else { return }
        let names = SchemaObject.texts(author)
        if names.count > 1 { pen.note(.severalValues, "itemReviewed.author", names.joined(separator: ", ")) }
        incoming.who = pen.line(names.first, "itemReviewed.author.name")
        guard incoming.who != nil, let types = SchemaObject(author)?.types, !types.isEmpty else { return }
        incoming.isOrganisation = !types.contains("Person")
        trait.isPerson = types.contains("Person")
    }

    private func places(
        of item: SchemaObject?,
        _ ruling: ForeignRuling,
        _ incoming: inout IncomingItem,
        _ pen: inout ItemPen
    ) {
        guard let item else { return }
        var places: [String] = []
        for name in ["firstAppearance", "appearance", "url", "sameAs"] {
            for text in SchemaObject.texts(item[name], ["url", "@id", "sameAs"]) {
                for address in pen.addresses(text, "itemReviewed." + name) where !places.contains(address) {
                    if let url = ruling.url, LooseAddress.areOfOneSite(address, url) {
                        pen.note(.ownPlace, "itemReviewed." + name, address)
                    } else {
                        places.append(address)
                    }
                }
            }
        }
        if places.count > ImportLimits.addresses { pen.note(.tooLong, "itemReviewed.appearance") }
        incoming.places = Array(places.prefix(ImportLimits.addresses))
    }
}
