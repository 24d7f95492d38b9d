import { Module } from '@nestjs/common';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';

/** Files in and out. */
@Module({ controllers: [FilesController], providers: [FilesService] })
export class FilesModule {}
