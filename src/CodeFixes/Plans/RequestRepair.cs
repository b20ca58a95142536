using System.Collections.Immutable;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Providers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>How a request that lacks the proof key can be repaired.</summary>
/// <param name="Exchange">The whole exchange, where the verifier can be carried; null where no sound way is known.</param>
/// <param name="Overloadings">The methods whose callers can bring the proof key: that of the request, then those of the others of its
/// exchange.</param>
/// <param name="Alone">The request by itself, where nothing is known that could bring the proof key from it to the other half of its
/// exchange, or from that to it.</param>
sealed record RequestRepair(Exchange? Exchange, ImmutableArray<Overloading> Overloadings, ExchangeParticipant? Alone)
{
    /// <summary>The verifier that the program keeps already; null where it keeps none.</summary>
    public KeptVerifier? Kept { get; init; }

    /// <summary>A provider of the exchange that is known to refuse the proof key; null where none is.</summary>
    public Provider? Unwilling { get; init; }

    public static readonly RequestRepair None = new(null, [], null);
}
