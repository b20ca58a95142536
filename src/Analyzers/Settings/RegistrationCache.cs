using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>What several files ask about the configuration of libraries, found once for a compilation. What finds it belongs to one
/// file's callback, which may be cancelled.</summary>
sealed class RegistrationCache
{
    static readonly ConditionalWeakTable<CompilationCache, RegistrationCache> OfCompilation = new();

    /// <summary>The registrations of each file.</summary>
    public ConcurrentDictionary<SyntaxTree, ImmutableArray<Registration>> Registrations { get; } = new();

    /// <summary>The registrations that write each member.</summary>
    public ConcurrentDictionary<string, ImmutableArray<Registration>> Writers { get; } = new();

    public static RegistrationCache Of(CompilationCache cache) => OfCompilation.GetOrCreateValue(cache);
}
