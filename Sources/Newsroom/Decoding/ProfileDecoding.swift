import Diagnostics

extension Profile: DecodableRecord {
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let name = fields.text("name")
        let profileKind = fields.choice("kind", ProfileKind.self)?.value
        let description = fields.text("description")?.value
        let url = fields.text("url")
        let sameAs = fields.texts("same-as")
        let affiliations = fields.texts("affiliations")
        let role = fields.choice("role", Role.self)?.value
        let email = fields.text("email")
        guard let name, let profileKind else { return nil }
        self.init(
            id: id,
            file: file,
            body: body,
            name: name,
            profileKind: profileKind,
            description: description,
            url: url,
            sameAs: sameAs,
            affiliations: affiliations,
            role: role,
            email: email
        )
    }
}

extension StandingPage: DecodableRecord {
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        let summary = fields.text("summary")?.value
        let role = fields.choice("role", Role.self)?.value ?? Role(rawValue: id)
        guard let title else { return nil }
        self.init(id: id, file: file, body: body, title: title, summary: summary, role: role)
    }
}
