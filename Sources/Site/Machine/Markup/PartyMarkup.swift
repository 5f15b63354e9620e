import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// The site's publisher, with the addresses of the policies that readers hold it to.
    ///
    /// It is a `NewsMediaOrganization`, the one kind of organisation that schema.org lets have a `verificationFactCheckingPolicy`.
    func publisher() -> JSONValue? {
        guard let profile = edition.records.profiles[edition.records.settings.publisher.value] else {
            return nil
        }
        guard profile.profileKind == .organisation else { return party(profile) }
        return .object([
            "@type": "NewsMediaOrganization",
            "@id": .string(edition.siteAddress + "#publisher"),
            "name": .string(profile.name.value),
            "url": .string(profile.homePage ?? edition.siteAddress),
            "sameAs": .array(unlessEmpty: profile.addressesElsewhere.map(JSONValue.string)),
            "publishingPrinciples": policy(.methodology),
            "verificationFactCheckingPolicy": policy(.methodology),
            "correctionsPolicy": policy(.corrections),
            "ownershipFundingInfo": policy(.funding),
            "contactPoint": policy(.contact).map { .object(["@type": "ContactPoint", "url": $0]) },
        ])
    }

    private func policy(_ role: StandingPage.Role) -> JSONValue? {
        edition.page(role).map { .string(edition.address(.page($0.id))) }
    }

    /// Someone who works here: a `Person` or an `Organization`, with an address to read more at.
    func party(_ profile: Profile) -> JSONValue {
        .object([
            "@type": type(of: profile),
            "name": .string(profile.name.value),
            "url": .string(profile.homePage ?? edition.address(.profile(profile.id))),
            "sameAs": .array(unlessEmpty: profile.addressesElsewhere.map(JSONValue.string)),
        ])
    }

    /// Someone who made a claim: named by addresses elsewhere, because our page about them is not theirs.
    func claimant(_ profile: Profile) -> JSONValue {
        let addresses = profile.addressesElsewhere + [profile.homePage].compactMap(\.self)
        return .object([
            "@type": type(of: profile),
            "name": .string(profile.name.value),
            "description": .optional(profile.description),
            "sameAs": .oneOrMany(addresses.map(JSONValue.string)),
        ])
    }

    private func type(of profile: Profile) -> JSONValue {
        profile.profileKind == .person ? "Person" : "Organization"
    }
}
