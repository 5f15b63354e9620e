import Addresses
import Diagnostics
import Newsroom

/// The addresses of the publisher's policies; nil for a missing page.
struct PublisherPolicies: Sendable {
    let methodology: String?
    let corrections: String?
    let funding: String?
    let contact: String?

    init(_ edition: some EditionReader) {
        func address(_ role: StandingPage.Role) -> String? {
            edition.page(role).map { edition.address(.page($0.id)) }
        }
        methodology = address(.methodology)
        corrections = address(.corrections)
        funding = address(.funding)
        contact = address(.contact)
    }
}

extension SchemaMarkup {
    /// The publisher's profile.
    var publisherProfile: Profile? { edition.profile(edition.settings.publisher.value) }

    /// Writes the site's publisher as a member.
    ///
    /// An organisation becomes a `NewsMediaOrganization`, because only that type has a `verificationFactCheckingPolicy` in
    /// schema.org.
    func publisher(_ name: StaticString, to json: inout JSONWriter) {
        guard let profile = publisherProfile else { return }
        guard profile.profileKind == .organisation else { return json.add(name, profile, party) }
        json.object(name) { json in
            json.add("@type", "NewsMediaOrganization")
            json.add("@id", edition.siteAddress + "#publisher")
            json.add("name", profile.name.value)
            json.add("url", profile.homePage ?? edition.siteAddress)
            json.arrayUnlessEmpty("sameAs", addressesElsewhere(of: profile))
            json.add("publishingPrinciples", policies.methodology)
            json.add("verificationFactCheckingPolicy", policies.methodology)
            json.add("correctionsPolicy", policies.corrections)
            json.add("ownershipFundingInfo", policies.funding)
            json.add("contactPoint", policies.contact) { address, json in
                json.object { json in
                    json.add("@type", "ContactPoint")
                    json.add("url", address)
                }
            }
        }
    }

    /// The publisher's addresses on other sites: the profile's, and those of the settings' `social`.
    private func addressesElsewhere(of profile: Profile) -> [String] {
        let own = profile.addressesElsewhere
        let more = edition.settings.social.compactMap { WebAddress.linkable($0.value) }
        return own + more.filter { !own.contains($0) }
    }

    /// Writes a member of the newsroom as a `Person` or `Organization`, with the home page or our page about them.
    func party(_ profile: Profile, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", type(of: profile))
            json.add("name", profile.name.value)
            json.add("url", profile.homePage ?? edition.address(.profile(profile.id)))
            json.arrayUnlessEmpty("sameAs", profile.addressesElsewhere)
        }
    }

    /// Writes a claimant, identified by addresses elsewhere (`sameAs`), because our page about them is not theirs.
    func claimant(_ profile: Profile, to json: inout JSONWriter) {
        let addresses = profile.addressesElsewhere + [profile.homePage].compactMap(\.self)
        json.object { json in
            json.add("@type", type(of: profile))
            json.add("name", profile.name.value)
            json.add("description", profile.description)
            json.oneOrMany("sameAs", addresses) { address, json in json.add(address) }
        }
    }

    private func type(of profile: Profile) -> String {
        profile.profileKind == .person ? "Person" : "Organization"
    }
}
