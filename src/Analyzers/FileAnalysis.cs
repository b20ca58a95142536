using System.Collections.Immutable;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Rules;

namespace PkceAnalyzers;

/// <summary>What one source file holds, and what the rules say of it.</summary>
sealed record FileAnalysis(FileModel Model, ImmutableArray<Judgement> Judgements);
