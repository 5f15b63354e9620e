/// A request for one address.
package struct FetchRequest: Sendable {
    /// A header field that is sent; its value stays out of all files if it is a secret.
    package struct Field: Hashable, Sendable {
        /// The name.
        package let name: String
        /// The value.
        package let value: String
        /// Whether records show `[withheld]` in the value's place.
        package let isSecret: Bool

        /// Makes a field.
        package init(_ name: String, _ value: String, isSecret: Bool = false) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
        }
    }

    /// What a record shows in the place of a secret.
    package static let withheld = "[withheld]"

    /// The address.
    package let address: FetchAddress
    /// The fields beside those of HTTP itself.
    package var fields: [Field] = []
    /// The content of a POST with its media type; nil for a GET.
    package var content: (type: String, bytes: [UInt8])?
    /// Whether private addresses may be connected to.
    package var allowsPrivate = false
    /// Whether a certificate that does not hold is accepted.
    package var allowsBadCertificates = false
    /// The bounds.
    package var limits = FetchLimits()

    /// Makes a GET.
    package init(_ address: FetchAddress) { self.address = address }
}
