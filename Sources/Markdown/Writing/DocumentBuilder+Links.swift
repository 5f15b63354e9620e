extension DocumentBuilder {
    mutating func enterLink(_ node: CmarkNode) {
        abandonBracket()
        let start = cursor.position
        cursor.passLinkOpening(isImage: false)
        if open.image != nil {
            open.image?.inner.append(start)
            return
        }
        if open.link != nil {
            open.link?.inner.append(start)
            return
        }
        let address = node.address
        let kind = linkKind(of: address)
        switch kind {
        case .plain:
            output.append("<a href=\"")
            output.append(address: address)
            writeTitle(of: node)
            output.append("\">")
        case .record(let index, _, _, _): output.append(.linkOpening(index))
        case .unsafe: break
        }
        open.link = OpenLink(kind: kind, address: address, start: start)
        leaf.search?.open()
    }

    mutating func leaveLink(_ node: CmarkNode) {
        if open.image != nil {
            _ = cursor.passLinkClosing(openedAt: open.image?.inner.popLast() ?? 0)
            return
        }
        if let start = open.link?.inner.popLast() {
            _ = cursor.passLinkClosing(openedAt: start)
            return
        }
        guard let link = open.link else { return }
        open.link = nil
        leaf.search?.close()
        let tail = cursor.passLinkClosing(openedAt: link.start)
        switch link.kind {
        case .plain:
            output.append("</a>")
            let address = String(decoding: link.address, as: UTF8.self)
            parts.links.append(Link(address: address, range: place(ofAddress: tail, start: link.start)))
        case .record(let index, let kind, let id, let fragment):
            output.append(.linkClosing(index))
            let place = place(ofAddress: tail, start: link.start)
            parts.recordLinks.append(RecordLink(kind: kind, id: id, fragment: fragment, range: place))
        case .unsafe:
            drop(.unsafeAddress, link.address, range: place(ofAddress: tail, start: link.start))
        }
    }

    mutating func enterImage(_ node: CmarkNode) {
        abandonBracket()
        let start = cursor.position
        cursor.passLinkOpening(isImage: true)
        if open.image == nil {
            open.image = OpenImage(start: start)
        } else {
            open.image?.inner.append(start)
        }
    }

    mutating func leaveImage(_ node: CmarkNode) {
        if let start = open.image?.inner.popLast() {
            _ = cursor.passLinkClosing(openedAt: start)
            return
        }
        guard let image = open.image else { return }
        open.image = nil
        let tail = cursor.passLinkClosing(openedAt: image.start)
        let address = node.address
        var medium: RecordLink?
        var isLeftOut = false
        switch imageAddress(address) {
        case .record(let kind, let id, let fragment):
            let place = place(ofAddress: tail, start: image.start)
            medium = RecordLink(kind: kind, id: id, fragment: fragment, range: place)
            output.append(.image(parts.images.count))
        case .safe:
            output.append("<img src=\"")
            output.append(address: address)
            output.append("\" alt=\"")
            output.appendEscaped(image.alternative.span)
            writeTitle(of: node)
            output.append("\" />")
        case .unsafe:
            isLeftOut = true
            output.appendEscaped(image.alternative.span)
            drop(.unsafeAddress, address, range: place(ofAddress: tail, start: image.start))
        }
        let end = cursor.position
        parts.images.append(
            Image(
                alternative: String(decoding: image.alternative, as: UTF8.self),
                address: String(decoding: address, as: UTF8.self),
                medium: medium,
                isFigure: open.isFigures,
                isLeftOut: isLeftOut,
                range: fileRange(inLeaf: image.start..<max(image.start, end))
            )
        )
    }

    private func linkKind(of address: [UInt8]) -> OpenLink.Kind {
        switch Address(ofLink: address, readsRecordLinks: dialect.readsNewsroomSyntax) {
        case .record(let kind, let id, let fragment):
            .record(index: parts.recordLinks.count, kind: kind, id: id, fragment: fragment)
        case .unsafe where !dialect.allowsRawHTML: .unsafe
        case .safe, .unsafe: .plain
        }
    }

    private func imageAddress(_ address: [UInt8]) -> Address {
        if dialect.allowsRawHTML { return .safe }
        return Address(ofImage: address, readsRecordLinks: dialect.readsNewsroomSyntax)
    }

    /// Whether a paragraph holds media and nothing else: they stand as figures, beside each other.
    func isFigures(_ paragraph: CmarkNode) -> Bool {
        guard dialect.readsNewsroomSyntax else { return false }
        var node = paragraph.firstChild
        var hasMedium = false
        while let current = node {
            switch current.kind {
            case .image:
                guard case .record = imageAddress(current.address) else { return false }
                hasMedium = true
            case .softBreak, .lineBreak: break
            case .text:
                let isBlank = current.withLiteral { words in
                    words.indices.allSatisfy { words[$0].isBlankOrLineEnd }
                }
                guard isBlank else { return false }
            default: return false
            }
            node = current.next
        }
        return hasMedium
    }

    /// The file range of a link's address; the link's line if the address stands in a reference definition.
    private func place(ofAddress address: Range<Int>?, start: Int) -> Range<Int> {
        address.map { fileRange(inLeaf: $0) } ?? fileLine(inLeaf: start)
    }

    /// Writes the title: closes the attribute before it, and leaves its own quotation mark to the tag's end.
    private mutating func writeTitle(of node: CmarkNode) {
        let title = node.title
        guard !title.isEmpty else { return }
        output.append("\" title=\"")
        output.appendEscaped(title.span)
    }
}
