from lessonapp.cli import main

main()
