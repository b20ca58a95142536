using System.Globalization;
using PkceAnalyzers.Benchmarks;

var options = RunOptions.Parse(args);
if (options.Repeats > 0)
    Console.WriteLine(Measurement.Header);
foreach (var path in options.Paths)
{
    var code = await MeasuredCode.OpenAsync(path, options.IsOne);
    if (options.Repeats > 0)
        Console.WriteLine(code.Measure(options.Repeats).Row);
    if (options.ListsFiles)
        Print("file", code.Files());
    if (options.ListsMembers)
        Print("member", code.Members());
}

static void Print(string kind, IEnumerable<PartCost> costs)
{
    var all = costs.OrderByDescending(cost => cost.Megabytes).ToList();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count} {kind}s: {all.Sum(cost => cost.Milliseconds):N0} ms, {all.Sum(cost => cost.Megabytes):N0} MB, {all.Sum(cost => cost.Steps):N0} steps"
        )
    );
    foreach (var cost in all.Take(10))
        Console.WriteLine(cost.Row);
}
