using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies fixes until none is offered any more, and compares the files with those expected.</summary>
sealed class CodeFixRunner(
    CodeFixOffers offers, CodeActionValidationMode validation, Func<Solution, IVerifier, Task<AnalyzedSolution>> analyze, CancellationToken cancellationToken)
{
    // Incremental fixes and Fix All mostly go through the same files: these are analysed once.
    readonly Dictionary<string, AnalyzedSolution> analyzedByFiles = [];

    /// <summary>Tells that these files have been analysed.</summary>
    public async Task KnowAsync(AnalyzedSolution analyzed) => analyzedByFiles.TryAdd(await FingerprintAsync(analyzed.Solution), analyzed);

    public async Task<bool> HaveSameFilesAsync(AnalyzedSolution first, AnalyzedSolution second)
        => await FingerprintAsync(first.Solution) == await FingerprintAsync(second.Solution);

    /// <param name="iterations">How often a fix has to be applied; at most so often, where negative.</param>
    /// <param name="onlyOnce">Leaves the other diagnostics after the first fix.</param>
    /// <param name="choose">The action to apply, given the offered one.</param>
    public async Task RunAsync(
        AnalyzedSolution before, AnalyzedSolution expected, int iterations, bool onlyOnce,
        Func<CodeFixOffer, AnalyzedSolution, Task<CodeAction>> choose, IVerifier verify)
    {
        var current = before;
        var applied = 0;
        while (!(onlyOnce && applied == 1) && await offers.FirstAsync(current, verify) is { } offer)
        {
            if (iterations == 0)
                verify.Fail($"a fix is offered where none is expected: {offer}");
            if (applied == Math.Abs(iterations))
            {
                await VerifyFilesAsync(expected, current, verify);
                verify.Fail($"the fix is not stable: after {applied} application(s), as many as are expected, it is offered again: {offer}");
            }

            current = await ApplyAsync(offer, current, choose, verify);
            applied++;
        }

        await VerifyFilesAsync(expected, current, verify);
        if (applied < iterations && !onlyOnce)
            verify.Fail($"{iterations} applications of fixes are expected, {applied} were enough");
    }

    async Task<AnalyzedSolution> ApplyAsync(
        CodeFixOffer offer, AnalyzedSolution current, Func<CodeFixOffer, AnalyzedSolution, Task<CodeAction>> choose, IVerifier verify)
    {
        var action = await choose(offer, current);
        var solution = await CodeActions.ApplyAsync(action, offer.Provider, current.Solution, validation, verify, cancellationToken);
        var files = await FingerprintAsync(solution);
        if (files == await FingerprintAsync(current.Solution))
            verify.Fail($"a fix is offered that changes nothing: {offer}");
        if (!analyzedByFiles.TryGetValue(files, out var analyzed))
            analyzedByFiles.Add(files, analyzed = await analyze(solution, verify));
        return analyzed;
    }

    async Task<string> FingerprintAsync(Solution solution)
        => SolutionFiles.Fingerprint(await SolutionFiles.ReadAsync(solution, cancellationToken));

    async Task VerifyFilesAsync(AnalyzedSolution expected, AnalyzedSolution actual, IVerifier verify)
    {
        var expectedFiles = await SolutionFiles.ReadAsync(expected.Solution, cancellationToken);
        var actualFiles = await SolutionFiles.ReadAsync(actual.Solution, cancellationToken);
        foreach (var (path, text) in expectedFiles)
        {
            if (!actualFiles.TryGetValue(path, out var actualText))
                verify.Fail($"{path} is expected, but not there; there are {string.Join(", ", actualFiles.Keys)}");
            if (!text.ContentEquals(actualText))
                verify.Fail($"{path} is not as expected (- expected, + actual):{Environment.NewLine}{TextDifference.Show(text, actualText)}{Passed()}");
        }

        if (actualFiles.Keys.Except(expectedFiles.Keys).ToList() is { Count: > 0 } added)
            verify.Fail($"not expected, but there: {string.Join(", ", added)}");
    }

    string Passed() => offers.PassedOver.Count == 0 ? "" : $"offered, but not chosen: {string.Join(", ", offers.PassedOver)}";
}
