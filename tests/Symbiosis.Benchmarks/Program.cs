using Symbiosis.Benchmarks;
using Symbiosis.Solvers;

try
{
    var arguments = BenchmarkArguments.Parse(args);
    if (arguments.Name == "grpc")
    {
        await new GrpcThroughput(arguments).RunAsync();
        return 0;
    }

    if (arguments.Name == "partners")
    {
        new PartnerQuestions(arguments).Run();
        return 0;
    }

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
