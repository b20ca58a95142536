namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>What is in the way of repairing both requests of an exchange.</summary>
enum ExchangeObstacle
{
    /// <summary>Nothing is, or it is not known what.</summary>
    None,

    /// <summary>No token request is known that could redeem the code of an authorization request.</summary>
    NoTokenRequest,

    /// <summary>No authorization request is known that could ask for the code of a token request.</summary>
    NoAuthorizationRequest,

    /// <summary>There are several requests that could be the other half.</summary>
    SeveralExchanges,

    /// <summary>No sound way brings the verifier from the one request to the other.</summary>
    NoCarrier,

    /// <summary>Parameters cannot be added to one of the requests.</summary>
    NoInsertion,

    /// <summary>The provider is known to refuse the proof key, or to take another challenge than that of S256.</summary>
    UnwillingProvider,
}
