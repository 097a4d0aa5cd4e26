using Symbiosis.Benchmarks;
using Symbiosis.Solvers;

try
{
    var arguments = BenchmarkArguments.Parse(args);
    using var engine = new HighsEngine();
    switch (arguments.Name)
    {
        case "guixi":
            new SideBySide(engine, arguments).Run();
            return 0;
        case "build":
            new BuildTimes(engine, arguments).Run();
            return 0;
        case "parks":
            new AllParks(engine, arguments).Run();
            return 0;
        default:
            throw new FormatException($"There is no benchmark '{arguments.Name}'. Expected: {BenchmarkArguments.Usage}");
    }
}
catch (Exception fault) when (fault is FormatException or InvalidDataException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
